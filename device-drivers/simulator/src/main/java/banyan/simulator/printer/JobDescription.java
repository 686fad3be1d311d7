package banyan.simulator.printer;

import static banyan.simulator.printer.IppAttribute.enums;
import static banyan.simulator.printer.IppAttribute.integer;
import static banyan.simulator.printer.IppAttribute.keywords;
import static banyan.simulator.printer.IppAttribute.words;

import java.util.List;

/** What the printer says of a job. */
final class JobDescription {
    private JobDescription() {}

    static List<IppAttribute> of(PrintJob job, String printerUri, int upTime) {
        return List.of(
                integer("job-id", job.id),
                words(IppValue.URI, "job-uri", printerUri + "/" + job.id),
                words(IppValue.URI, "job-printer-uri", printerUri),
                words(IppValue.NAME, "job-name", job.ticket.name()),
                words(IppValue.NAME, "job-originating-user-name", job.ticket.user()),
                enums("job-state", job.state.code),
                keywords("job-state-reasons", job.reason),
                words(IppValue.TEXT, "job-state-message", ""),
                integer("job-impressions", job.impressions),
                integer("job-impressions-completed", job.impressionsOut),
                integer("job-media-sheets", job.sheets),
                integer("job-media-sheets-completed", job.sheetsOut),
                integer("job-k-octets", (job.documentBytes + 1023) / 1024),
                integer("number-of-documents", job.documentBytes > 0 ? 1 : 0),
                words(IppValue.MIME_TYPE, "document-format", job.ticket.format()),
                integer("copies", job.ticket.copies()),
                keywords("sides", job.ticket.sides()),
                keywords("media", PrinterDescription.A4),
                integer("time-at-creation", job.createdAt),
                time("time-at-processing", job.processingAt),
                time("time-at-completed", job.endedAt),
                integer("job-printer-up-time", upTime));
    }

    private static IppAttribute time(String name, int at) {
        return at == 0 ? IppAttribute.noValue(name) : integer(name, at);
    }
}
