package banyan.device;

import java.util.Set;

/** A scanner of bar codes and QR codes that a citizen holds before it: a phone, a letter. */
public non-sealed interface CodeScanner extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.SCAN_CODE);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }

    /**
     * Begins to listen for codes, in place of an earlier listening. What is held before the scanner while nobody listens is
     * dropped. Codes come from the device's thread.
     */
    Outcome<Listening> listen(CodeListener listener, Deadline deadline);

    /** A code longer than this is refused: it is no code of ours. */
    int MAX_BYTES = 2953;

    /** A running listening. */
    interface Listening extends AutoCloseable {
        /** Ends it. Idempotent. */
        @Override
        void close();
    }

    /** Is told what was held before the scanner. */
    interface CodeListener {
        /** This code; what it says is not to be trusted and may be personal. */
        void code(Code code);

        /** Something was scanned that is not taken: too long, control characters, not text. */
        void refused(Fault fault);

        /** The listening stopped by this fault. */
        void stopped(Fault fault);
    }

    /** A code's contents as text. */
    record Code(String text) {
        @Override
        public String toString() {
            return "Code[]";
        }
    }
}
