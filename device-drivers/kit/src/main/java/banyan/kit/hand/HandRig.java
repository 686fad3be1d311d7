package banyan.kit.hand;

import banyan.conformance.Disturbance;
import banyan.conformance.DisturbedLine;
import banyan.conformance.OutOfReach;
import banyan.conformance.Rig;
import banyan.conformance.Tap;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import banyan.kit.rig.Everything;
import banyan.kit.wire.Relays;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rig for hardware: what moves in the room a person does, asked in plain words; what goes wrong on the wire a relay between
 * driver and device does, where the settings name a port or an address. One class serves all classes of devices: the words for
 * what their rigs can do are in {@code prompts.properties}, and where a word is missing the method's name is asked.
 */
public final class HandRig implements Rig, InvocationHandler {
    private static final ResourceBundle PROMPTS = ResourceBundle.getBundle("banyan.kit.hand.prompts", Locale.ROOT);

    private final DeviceDriver driver;
    private final DeviceSettings direct;
    private final Person person;
    private final Everything log = new Everything();
    private @Nullable DisturbedLine line;
    private volatile Tap heard = Tap.NONE;

    private HandRig(DeviceDriver driver, DeviceSettings direct, Person person) {
        this.driver = driver;
        this.direct = direct;
        this.person = person;
    }

    /** A hand of this type at the device these settings lead to. Whatever is on the device must be taken away first. */
    public static Rig of(Class<? extends Rig> type, DeviceDriver driver, DeviceSettings settings, Person person) {
        HandRig hand = new HandRig(driver, settings, person);
        return (Rig) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, hand);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] all = arguments == null ? new Object[0] : arguments;
        if (method.getDeclaringClass().isAssignableFrom(HandRig.class)) {
            try {
                return method.invoke(this, all);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
        if (method.getName().equals("makeNoise")) {
            line().disturb(Disturbance.GARBLE);
            return null;
        }
        String what = words(method, all);
        if (method.getReturnType() == void.class) {
            person.please(what);
            return null;
        }
        if (method.getReturnType() == int.class) {
            return person.number(what);
        }
        throw new OutOfReach("only a twin can tell: " + what);
    }

    /** What to ask for. */
    static String words(Method method, Object... arguments) {
        String key = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        String with = Arrays.stream(arguments).map(HandRig::text).collect(Collectors.joining(", "));
        try {
            return PROMPTS.getString(key).replace("{0}", with);
        } catch (MissingResourceException _) {
            String plain = method.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
            return "Please: " + plain + (with.isEmpty() ? "" : " (" + with + ")");
        }
    }

    private static String text(Object argument) {
        return argument instanceof Object[] array ? Arrays.deepToString(array) : argument.toString();
    }

    private DisturbedLine line() {
        DisturbedLine open = line;
        if (open == null) {
            open = Relays.to(direct, (direction, bytes) -> heard.passed(direction, bytes));
            line = open;
        }
        return open;
    }

    @Override
    public DeviceDriver driver() {
        return driver;
    }

    /** Over the relay, so that a device that nobody can silence falls silent; without one where there is none. */
    @Override
    public DeviceSettings settings() {
        try {
            return line().settings();
        } catch (OutOfReach _) {
            return direct;
        }
    }

    @Override
    public void unplug() {
        person.please("Pull the plug of the device.");
    }

    @Override
    public void plug() {
        person.please("Put the plug in again.");
    }

    @Override
    public void fallSilent() {
        line().disturb(Disturbance.SILENCE);
    }

    @Override
    public void heal() {
        if (line != null) {
            line.calm();
        }
    }

    @Override
    public DisturbedLine disturbedLine(Tap tap) {
        DisturbedLine relay = line();
        heard = tap;
        return relay;
    }

    @Override
    public String logged() {
        return log.text();
    }

    @Override
    public void close() {
        log.close();
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
