package banyan.simulator.printer;

/** The IPP status codes that this printer answers with (RFC 8011, appendix B). */
final class IppStatus {
    static final int OK = 0x0000;
    static final int OK_IGNORED_OR_SUBSTITUTED = 0x0001;
    static final int BAD_REQUEST = 0x0400;
    static final int NOT_POSSIBLE = 0x0404;
    static final int NOT_FOUND = 0x0406;
    static final int REQUEST_ENTITY_TOO_LARGE = 0x0408;
    static final int DOCUMENT_FORMAT_NOT_SUPPORTED = 0x040A;
    static final int ATTRIBUTES_NOT_SUPPORTED = 0x040B;
    static final int CHARSET_NOT_SUPPORTED = 0x040D;
    static final int COMPRESSION_NOT_SUPPORTED = 0x040F;
    static final int DOCUMENT_FORMAT_ERROR = 0x0411;
    static final int OPERATION_NOT_SUPPORTED = 0x0501;
    static final int VERSION_NOT_SUPPORTED = 0x0503;
    static final int NOT_ACCEPTING_JOBS = 0x0506;
    static final int BUSY = 0x0507;

    private IppStatus() {}
}
