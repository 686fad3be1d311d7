package banyan.conformance;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.Buffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * About how many bytes of memory hang on a device: everything that can be reached from it, field by field. Objects of the JDK are
 * looked into where they are containers or buffers, and loggers not at all: what they keep is not the driver's.
 */
final class Weight {
    private static final int HEADER = 16;
    private static final int REFERENCE = 8;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    private Weight() {}

    static long of(Object device) {
        Weight weight = new Weight();
        weight.add(device);
        long sum = 0;
        while (!weight.open.isEmpty()) {
            sum += weight.take(weight.open.removeFirst());
        }
        return sum;
    }

    private void add(@Nullable Object object) {
        if (object != null && !(object instanceof Class<?>) && seen.add(object)) {
            open.add(object);
        }
    }

    private long take(Object object) {
        if (object.getClass().isArray()) {
            if (object instanceof Object[] array) {
                Arrays.asList(array).forEach(this::add);
            }
            return HEADER + (long) Array.getLength(object) * width(object.getClass().getComponentType());
        }
        return switch (object) {
            case CharSequence text -> HEADER + 2L * text.length();
            case ByteArrayOutputStream bytes -> HEADER + (long) bytes.size();
            case Buffer buffer -> HEADER + (long) buffer.capacity();
            case Collection<?> collection -> all(collection);
            case Map<?, ?> map -> all(map.keySet()) + all(map.values());
            case Optional<?> optional -> all(optional.stream().toList());
            case AtomicReference<?> reference -> {
                add(reference.get());
                yield HEADER;
            }
            default -> fields(object);
        };
    }

    private static int width(Class<?> component) {
        return component == byte.class || component == boolean.class ? 1 : component.isPrimitive() ? 4 : REFERENCE;
    }

    private long all(Collection<?> elements) {
        long count = 0;
        for (Object element : elements) {
            add(element);
            count++;
        }
        return HEADER + REFERENCE * count;
    }

    private long fields(Object object) {
        long sum = HEADER;
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            if (foreign(type)) {
                continue;
            }
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                sum += REFERENCE;
                if (!field.getType().isPrimitive() && field.trySetAccessible()) {
                    add(value(field, object));
                }
            }
        }
        return sum;
    }

    private static @Nullable Object value(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("made accessible just before", e);
        }
    }

    private static boolean foreign(Class<?> type) {
        return ModuleLayer.boot().modules().contains(type.getModule())
                || type.getName().startsWith("org.slf4j.")
                || type.getName().startsWith("ch.qos.logback.");
    }
}
