package banyan.kit.contract;

import banyan.conformance.DeviceContract;
import banyan.conformance.Rig;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * A test that extends a contract and brings its own rig: a vendor's.
 *
 * @param type its class
 */
public record VendorTest(Class<?> type) {
    /** The test of this name; empty where the class path has none that extends a contract. */
    public static Optional<VendorTest> named(String name) {
        try {
            Class<?> type = Class.forName(name);
            return DeviceContract.class.isAssignableFrom(type) ? Optional.of(new VendorTest(type)) : Optional.empty();
        } catch (ClassNotFoundException _) {
            return Optional.empty();
        }
    }

    /** A rig as the test makes it. */
    public Rig newRig() {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method maker = type.getDeclaredMethod("newRig");
            maker.setAccessible(true);
            return (Rig) maker.invoke(constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " does not make its rig in newRig()", e);
        }
    }
}
