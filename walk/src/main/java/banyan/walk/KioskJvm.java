package banyan.walk;

import java.util.List;

/** The options of a terminal's JVM, the same when it is shown, walked and measured. */
public final class KioskJvm {
    /**
     * Native libraries are loaded on purpose. A kiosk leaves no heap dump and no crash file with a citizen's data, and lets nobody
     * attach. The cache of the last start is taken where it was made to lie, which spares moving it. Only the quick compiler works: a
     * terminal does a hundred things once rather than one thing a million times, on two cores; measured, everything a citizen waits for
     * is sooner there that way, the start by a third (docs/decisions/0031). The heap begins large enough that the start needs no
     * collecting, and gives back after each visit, at once, what that visit needed. Cards are drawn rather than stretched from kept
     * pictures (docs/decisions/0032).
     */
    public static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:-UsePerfData",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisableAttachMechanism",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:ReservedCodeCacheSize=128m",
            "-Xms96m",
            "-XX:NewSize=32m",
            "-XX:MaxNewSize=40m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:-ShrinkHeapInSteps",
            "-Dprism.disableRegionCaching=true",
            "-Xmx224m",
            "-Xss512k");

    private KioskJvm() {}
}
