package banyan.simulator.printer;

import banyan.simulator.traffic.HttpWords;
import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Way;

/** What IPP calls operations and their ends; a document and the names of jobs are somebody's. */
final class IppWords extends HttpWords {
    private static final int HEAD = 8;

    @Override
    protected Spoken body(Way way, String name, byte[] bytes, int body, byte[] asked) {
        if (bytes.length < body + HEAD) {
            return Spoken.personal(name, body, bytes.length);
        }
        int code = (bytes[body + 2] & 0xFF) << 8 | bytes[body + 3] & 0xFF;
        if (way == Way.TO_DRIVER) {
            Spoken was = new IppWords().of(Way.TO_DEVICE, asked, new byte[0]);
            return Spoken.personal(status(code), body + HEAD, was.to() == was.from() ? body + HEAD : bytes.length);
        }
        boolean ofThePrinter = code == 0x0B;
        return Spoken.personal(operation(code), body + HEAD, ofThePrinter ? body + HEAD : bytes.length);
    }

    private static String operation(int code) {
        return switch (code) {
            case 0x02 -> "Print-Job";
            case 0x04 -> "Validate-Job";
            case 0x05 -> "Create-Job";
            case 0x06 -> "Send-Document";
            case 0x08 -> "Cancel-Job";
            case 0x09 -> "Get-Job-Attributes";
            case 0x0A -> "Get-Jobs";
            case 0x0B -> "Get-Printer-Attributes";
            default -> "operation %04X".formatted(code);
        };
    }

    private static String status(int code) {
        return switch (code) {
            case IppStatus.OK -> "successful-ok";
            case IppStatus.NOT_FOUND -> "client-error-not-found";
            case IppStatus.NOT_ACCEPTING_JOBS -> "server-error-not-accepting-jobs";
            case IppStatus.BUSY -> "server-error-busy";
            default -> "status %04X".formatted(code);
        };
    }
}
