package banyan.conformance;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what a driver should have forgotten: goes through everything that can be reached from a device, field by field, and
 * compares every array and every text with the payload. Objects of the JDK are looked into only where they are containers.
 */
public final class Residue {
    /** So many bytes in a row are no chance. */
    private static final int WINDOW = 12;

    private final Set<Long> windows = new HashSet<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Found> open = new ArrayDeque<>();

    private Residue(byte[] payload) {
        for (int at = 0; at + WINDOW <= payload.length; at++) {
            if (varied(payload, at)) {
                windows.add(hash(payload, at));
            }
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("nothing in it could be recognised");
        }
    }

    private record Found(Object object, String path) {}

    /** Where something of the payload is still held, as a path of fields; empty if nowhere. */
    public static Optional<String> of(Object device, byte[] payload) {
        return new Residue(payload).search(device);
    }

    private Optional<String> search(Object root) {
        add(root, root.getClass().getSimpleName());
        while (!open.isEmpty()) {
            Found next = open.poll();
            if (holds(next.object())) {
                return Optional.of(next.path());
            }
            descend(next);
        }
        return Optional.empty();
    }

    private void add(@Nullable Object object, String path) {
        if (object != null && seen.add(object)) {
            open.add(new Found(object, path));
        }
    }

    private boolean holds(Object object) {
        return switch (object) {
            case byte[] bytes -> contains(bytes);
            case char[] chars -> contains(new String(chars));
            case int[] ints -> contains(bytes(ints));
            case CharSequence text -> contains(text.toString());
            case ByteBuffer buffer when buffer.hasArray() -> contains(buffer.array());
            default -> false;
        };
    }

    private boolean contains(String text) {
        return contains(text.getBytes(StandardCharsets.UTF_16LE)) || contains(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean contains(byte[] bytes) {
        for (int at = 0; at + WINDOW <= bytes.length; at++) {
            if (windows.contains(hash(bytes, at))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(int[] ints) {
        ByteBuffer bytes = ByteBuffer.allocate(ints.length * Integer.BYTES);
        Arrays.stream(ints).forEach(bytes::putInt);
        return bytes.array();
    }

    /** Zeros and padding are in every buffer. */
    private static boolean varied(byte[] bytes, int at) {
        long different = 0;
        for (int i = 1; i < WINDOW; i++) {
            different += bytes[at + i] != bytes[at + i - 1] ? 1 : 0;
        }
        return different >= WINDOW / 2;
    }

    private static long hash(byte[] bytes, int at) {
        long hash = 1125899906842597L;
        for (int i = 0; i < WINDOW; i++) {
            hash = 31 * hash + bytes[at + i];
        }
        return hash;
    }

    private void descend(Found next) {
        Object object = next.object();
        switch (object) {
            case Object[] array -> eachOf(Arrays.asList(array), next.path());
            case Collection<?> collection -> eachOf(collection, next.path());
            case Map<?, ?> map -> {
                eachOf(map.keySet(), next.path());
                eachOf(map.values(), next.path());
            }
            case Optional<?> optional -> add(optional.orElse(null), next.path());
            case AtomicReference<?> reference -> add(reference.get(), next.path());
            default -> fields(next);
        }
    }

    private void eachOf(Collection<?> elements, String path) {
        int index = 0;
        for (Object element : elements) {
            add(element, path + "[" + index++ + "]");
        }
    }

    private void fields(Found next) {
        for (Class<?> type = next.object().getClass(); type != null; type = type.getSuperclass()) {
            if (isOfTheJdk(type) || type.isArray()) {
                continue;
            }
            for (Field field : type.getDeclaredFields()) {
                boolean reference = !field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers());
                if (reference && field.trySetAccessible()) {
                    add(value(field, next.object()), next.path() + "." + field.getName());
                }
            }
        }
    }

    private static @Nullable Object value(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("made accessible just before", e);
        }
    }

    private static boolean isOfTheJdk(Class<?> type) {
        return ModuleLayer.boot().modules().contains(type.getModule());
    }
}
