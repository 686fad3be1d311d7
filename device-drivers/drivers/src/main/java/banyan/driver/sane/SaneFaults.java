package banyan.driver.sane;

import au.com.southsky.jfreesane.SaneException;
import au.com.southsky.jfreesane.SaneStatus;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** What each way to fail is called. */
final class SaneFaults {
    static final Fault UNPLUGGED = new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, "SCANNER-UNPLUGGED");
    static final Fault CUT_OFF = new Fault(Kind.DISCONNECTED, Remedy.RETRY, "SCANNER-CUT-OFF");
    static final Fault SILENT = new Fault(Kind.TIMEOUT, Remedy.RESET, "SCANNER-SILENT");
    static final Fault GARBLED = new Fault(Kind.PROTOCOL, Remedy.RESET, "SCANNER-GARBLED");
    static final Fault NOT_LISTED = new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, "SCANNER-NOT-LISTED");
    static final Fault REFUSED = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "SCANNER-REFUSED");
    static final Fault BUSY = new Fault(Kind.BUSY, Remedy.RETRY, "SCANNER-BUSY");
    static final Fault EMPTY = new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "SCANNER-EMPTY");
    static final Fault JAM = new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "SCANNER-JAM");
    static final Fault COVER_OPEN = new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "SCANNER-COVER-OPEN");
    static final Fault BROKEN = new Fault(Kind.HARDWARE, Remedy.RESET, "SCANNER-BROKEN");
    static final Fault MISCOUNTED = new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "SCANNER-MISCOUNTED");
    static final Fault TOO_MANY = new Fault(Kind.USER, Remedy.ASK_CITIZEN, "SCANNER-TOO-MANY-PAGES");
    static final Fault TOO_LARGE = new Fault(Kind.PROTOCOL, Remedy.CALL_STAFF, "SCANNER-PAGE-TOO-LARGE");
    static final Fault INCOMPLETE = new Fault(Kind.PROTOCOL, Remedy.RETRY, "SCANNER-PAGE-INCOMPLETE");
    static final Fault FORMAT = new Fault(Kind.PROTOCOL, Remedy.CALL_STAFF, "SCANNER-PAGE-FORMAT");
    static final Fault NO_SOURCE = new Fault(Kind.UNSUPPORTED, Remedy.CALL_STAFF, "SCANNER-NO-SUCH-SOURCE");

    private SaneFaults() {}

    static Fault of(SaneException failure) {
        SaneStatus status = failure.getStatus();
        if (status == null) {
            return GARBLED;
        }
        return switch (status) {
            case STATUS_NO_DOCS -> EMPTY;
            case STATUS_JAMMED -> JAM;
            case STATUS_COVER_OPEN -> COVER_OPEN;
            case STATUS_DEVICE_BUSY -> BUSY;
            case STATUS_ACCESS_DENIED, STATUS_INVAL, STATUS_UNSUPPORTED -> REFUSED;
            case STATUS_EOF -> INCOMPLETE;
            case STATUS_GOOD, STATUS_CANCELLED, STATUS_IO_ERROR, STATUS_NO_MEM -> BROKEN;
        };
    }

    static Fault of(IOException failure) {
        return switch (failure) {
            case ConnectException _, NoRouteToHostException _, UnknownHostException _ -> UNPLUGGED;
            case SocketTimeoutException _ -> SILENT;
            default -> CUT_OFF;
        };
    }
}
