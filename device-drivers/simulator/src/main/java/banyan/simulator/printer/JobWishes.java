package banyan.simulator.printer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a request wants of its job, and what of it this printer cannot do. */
final class JobWishes {
    /** The user of a job who gave no name. */
    static final String NOBODY = "anonymous";

    private static final Set<String> TEMPLATE_UNDERSTOOD = Set.of(
            "copies",
            "sides",
            "media",
            "media-col",
            "orientation-requested",
            "output-bin",
            "print-color-mode",
            "print-quality",
            "printer-resolution",
            "finishings",
            "job-priority");

    private JobWishes() {}

    /** What of a job's wishes cannot be fulfilled; it is then printed without. */
    static List<IppAttribute> unsupported(IppGroup job, List<String> trays) {
        return job.attributes().stream()
                .filter(attribute -> switch (attribute.name()) {
                    case "copies" ->
                        job.whole("copies")
                                .filter(copies -> copies >= 1 && copies <= PrinterDescription.MOST_COPIES)
                                .isEmpty();
                    case "sides" ->
                        job.word("sides")
                                .filter(PrinterDescription.SIDES::contains)
                                .isEmpty();
                    case "media" ->
                        job.word("media").filter(PrinterDescription.A4::equals).isEmpty();
                    case "media-col" -> source(job).filter(tray -> !trays.contains(tray)).isPresent();
                    default -> !TEMPLATE_UNDERSTOOD.contains(attribute.name());
                })
                .toList();
    }

    static String format(IppMessage request) {
        return request.group(IppGroup.OPERATION).word("document-format").orElse(PrintDocument.ANY);
    }

    static PrintJob.Ticket ticket(IppMessage request) {
        IppGroup operation = request.group(IppGroup.OPERATION);
        IppGroup job = request.group(IppGroup.JOB);
        String sides =
                job.word("sides").filter(PrinterDescription.SIDES::contains).orElse("one-sided");
        int copies = job.whole("copies")
                .filter(wanted -> wanted >= 1 && wanted <= PrinterDescription.MOST_COPIES)
                .orElse(1);
        return new PrintJob.Ticket(
                operation.word("job-name").orElse("untitled"),
                operation.word("requesting-user-name").orElse(NOBODY),
                copies,
                !sides.equals("one-sided"),
                sides,
                format(request),
                source(job).orElse(Supplies.MAIN));
    }

    /** Out of which tray, where the job says so. */
    private static Optional<String> source(IppGroup job) {
        return job.find("media-col")
                .flatMap(column -> column.values().stream().findFirst())
                .flatMap(value -> value instanceof IppValue.Collection(var members)
                        ? new IppGroup(IppGroup.JOB, members).word("media-source")
                        : Optional.empty());
    }
}
