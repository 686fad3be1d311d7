package banyan.walk;

import java.util.List;

/** The options of a terminal's JVM, the same when it is shown, walked and measured. */
public final class KioskJvm {
    /**
     * Native libraries are loaded on purpose. A kiosk leaves no heap dump and no crash file with a citizen's data, lets nobody attach,
     * and keeps its heap small.
     */
    public static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:-UsePerfData",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisableAttachMechanism",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xms32m",
            "-Xmx256m",
            "-Xss512k");

    private KioskJvm() {}
}
