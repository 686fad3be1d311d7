package banyan.simulator.printer;

import static banyan.simulator.printer.IppAttribute.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The printer's IPP operations (RFC 8011): a request and its document in, a response out. */
final class IppService {
    static final int PRINT_JOB = 0x0002;
    static final int VALIDATE_JOB = 0x0004;
    static final int CREATE_JOB = 0x0005;
    static final int SEND_DOCUMENT = 0x0006;
    static final int CANCEL_JOB = 0x0008;
    static final int GET_JOB_ATTRIBUTES = 0x0009;
    static final int GET_JOBS = 0x000A;
    static final int GET_PRINTER_ATTRIBUTES = 0x000B;
    static final int[] OPERATIONS = {
        PRINT_JOB,
        VALIDATE_JOB,
        CREATE_JOB,
        SEND_DOCUMENT,
        CANCEL_JOB,
        GET_JOB_ATTRIBUTES,
        GET_JOBS,
        GET_PRINTER_ATTRIBUTES
    };

    static final String PATH = "/ipp/print";
    private static final Pattern JOB_PATH = Pattern.compile(PATH + "/([1-9][0-9]{0,8})");

    /** Whether new jobs are taken. */
    enum Reception {
        OPEN,
        BUSY,
        REFUSING
    }

    private final Press press;
    private final String printerUri;
    private volatile Reception reception = Reception.OPEN;

    IppService(Press press, String printerUri) {
        this.press = press;
        this.printerUri = printerUri;
    }

    Reception reception() {
        return reception;
    }

    void reception(Reception now) {
        reception = now;
    }

    IppMessage answer(IppMessage request, byte[] document) {
        Optional<IppMessage> refusal = refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return switch (request.code()) {
            case PRINT_JOB -> printJob(request, document);
            case VALIDATE_JOB -> validated(request, () -> status(request, IppStatus.OK));
            case CREATE_JOB -> validated(request, () -> accepted(request, press.create(JobWishes.ticket(request))));
            case SEND_DOCUMENT -> withJob(request, job -> sendDocument(request, job, document));
            case CANCEL_JOB -> withJob(request, job -> cancel(request, job));
            case GET_JOB_ATTRIBUTES ->
                withJob(request, job -> respond(request, IppStatus.OK, List.of(jobGroup(job, wanted(request)))));
            case GET_JOBS -> jobs(request);
            case GET_PRINTER_ATTRIBUTES -> printerAttributes(request);
            default -> status(request, IppStatus.OPERATION_NOT_SUPPORTED);
        };
    }

    /** What every request must have (RFC 8011, section 4.1). */
    private Optional<IppMessage> refusal(IppMessage request) {
        boolean known = request.major() == 1 || request.major() == 2;
        if (!known) {
            return Optional.of(status(request, IppStatus.VERSION_NOT_SUPPORTED));
        }
        List<IppAttribute> operation = request.group(IppGroup.OPERATION).attributes();
        if (request.requestId() <= 0
                || operation.size() < 2
                || !operation.get(0).name().equals("attributes-charset")
                || !operation.get(1).name().equals("attributes-natural-language")) {
            return Optional.of(status(request, IppStatus.BAD_REQUEST));
        }
        Optional<String> charset = request.group(IppGroup.OPERATION).word("attributes-charset");
        if (!charset.equals(Optional.of("utf-8")) && !charset.equals(Optional.of("us-ascii"))) {
            return Optional.of(status(request, IppStatus.CHARSET_NOT_SUPPORTED));
        }
        Optional<String> printer = request.group(IppGroup.OPERATION).word("printer-uri");
        Optional<String> job = request.group(IppGroup.OPERATION).word("job-uri");
        if (printer.isEmpty() && job.isEmpty()) {
            return Optional.of(status(request, IppStatus.BAD_REQUEST));
        }
        if (printer.isPresent() && !printer.get().endsWith(PATH)) {
            return Optional.of(status(request, IppStatus.NOT_FOUND));
        }
        return Optional.empty();
    }

    private IppMessage printJob(IppMessage request, byte[] document) {
        return validated(request, () -> {
            if (document.length == 0) {
                return status(request, IppStatus.BAD_REQUEST);
            }
            Optional<PrintDocument> read = PrintDocument.read(document, JobWishes.format(request));
            if (read.isEmpty()) {
                return status(request, IppStatus.DOCUMENT_FORMAT_ERROR);
            }
            PrintJob job = press.create(JobWishes.ticket(request));
            press.submit(job, read, document.length);
            return accepted(request, job);
        });
    }

    private IppMessage sendDocument(IppMessage request, PrintJob job, byte[] document) {
        Optional<IppAttribute> last = request.group(IppGroup.OPERATION).find("last-document");
        if (last.isEmpty()) {
            return status(request, IppStatus.BAD_REQUEST);
        }
        if (job.state != PrintJob.State.HELD
                || !request.group(IppGroup.OPERATION).flag("last-document", true)) {
            return status(request, IppStatus.NOT_POSSIBLE);
        }
        if (!PrinterDescription.FORMATS.contains(JobWishes.format(request))) {
            return status(request, IppStatus.DOCUMENT_FORMAT_NOT_SUPPORTED);
        }
        press.submit(job, PrintDocument.read(document, JobWishes.format(request)), document.length);
        return accepted(request, job);
    }

    private IppMessage cancel(IppMessage request, PrintJob job) {
        return status(request, press.cancel(job) ? IppStatus.OK : IppStatus.NOT_POSSIBLE);
    }

    private interface Deed {
        IppMessage done();
    }

    private IppMessage validated(IppMessage request, Deed deed) {
        switch (reception) {
            case BUSY -> {
                return status(request, IppStatus.BUSY);
            }
            case REFUSING -> {
                return status(request, IppStatus.NOT_ACCEPTING_JOBS);
            }
            case OPEN -> {}
        }
        IppGroup operation = request.group(IppGroup.OPERATION);
        if (!PrinterDescription.FORMATS.contains(JobWishes.format(request))) {
            return status(request, IppStatus.DOCUMENT_FORMAT_NOT_SUPPORTED);
        }
        if (!operation.word("compression").orElse("none").equals("none")) {
            return status(request, IppStatus.COMPRESSION_NOT_SUPPORTED);
        }
        List<IppAttribute> unsupported = JobWishes.unsupported(request.group(IppGroup.JOB), press.trays());
        if (unsupported.isEmpty()) {
            return deed.done();
        }
        IppGroup named = new IppGroup(IppGroup.UNSUPPORTED, unsupported);
        if (operation.flag("ipp-attribute-fidelity", false)) {
            return respond(request, IppStatus.ATTRIBUTES_NOT_SUPPORTED, List.of(named));
        }
        IppMessage done = deed.done();
        if (done.code() != IppStatus.OK) {
            return done;
        }
        List<IppGroup> groups = new ArrayList<>(done.groups());
        groups.add(1, named);
        return new IppMessage(
                done.major(), done.minor(), IppStatus.OK_IGNORED_OR_SUBSTITUTED, done.requestId(), groups);
    }

    private IppMessage accepted(IppMessage request, PrintJob job) {
        Set<String> told = Set.of("job-id", "job-uri", "job-state", "job-state-reasons", "job-state-message");
        synchronized (press) {
            return respond(request, IppStatus.OK, List.of(jobGroup(job, told::contains)));
        }
    }

    private interface JobDeed {
        IppMessage done(PrintJob job);
    }

    private IppMessage withJob(IppMessage request, JobDeed deed) {
        IppGroup operation = request.group(IppGroup.OPERATION);
        Optional<Integer> byUri = operation
                .word("job-uri")
                .map(uri -> JOB_PATH.matcher(uri))
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)));
        Optional<Integer> id = byUri.or(() -> operation.whole("job-id"));
        if (id.isEmpty()) {
            return status(request, IppStatus.BAD_REQUEST);
        }
        // The mechanism may not move between looking and answering.
        synchronized (press) {
            return press.job(id.get()).map(deed::done).orElseGet(() -> status(request, IppStatus.NOT_FOUND));
        }
    }

    private IppMessage jobs(IppMessage request) {
        IppGroup operation = request.group(IppGroup.OPERATION);
        boolean ended = operation.word("which-jobs").orElse("not-completed").equals("completed");
        int limit = operation.whole("limit").orElse(Integer.MAX_VALUE);
        boolean mine = operation.flag("my-jobs", false);
        String user = operation.word("requesting-user-name").orElse(JobWishes.NOBODY);
        Predicate<String> wanted = operation.find("requested-attributes").isPresent()
                ? wanted(request)
                : Set.of("job-id", "job-uri")::contains;
        synchronized (press) {
            return respond(
                    request,
                    IppStatus.OK,
                    press.jobs().stream()
                            .filter(job -> job.state.ended() == ended)
                            .filter(job -> !mine || job.ticket.user().equals(user))
                            .limit(limit)
                            .map(job -> jobGroup(job, wanted))
                            .toList());
        }
    }

    private IppMessage printerAttributes(IppMessage request) {
        Predicate<String> wanted = wanted(request);
        boolean all = wanted.test("all") || noneRequested(request);
        List<IppAttribute> attributes = new ArrayList<>();
        synchronized (press) {
            int queued = (int)
                    press.jobs().stream().filter(job -> !job.state.ended()).count();
            boolean description = all || wanted.test("printer-description");
            List<IppAttribute> described = new ArrayList<>(PrinterDescription.identity(printerUri));
            described.addAll(PrinterDescription.standing(press, reception != Reception.REFUSING, queued));
            described.stream()
                    .filter(attribute -> description || wanted.test(attribute.name()))
                    .forEach(attributes::add);
        }
        boolean template = all || wanted.test("job-template");
        PrinterDescription.jobTemplate(press).stream()
                .filter(attribute -> template || wanted.test(attribute.name()))
                .forEach(attributes::add);
        return respond(request, IppStatus.OK, List.of(new IppGroup(IppGroup.PRINTER, attributes)));
    }

    private static boolean noneRequested(IppMessage request) {
        return request.group(IppGroup.OPERATION).find("requested-attributes").isEmpty();
    }

    private static Predicate<String> wanted(IppMessage request) {
        Optional<IppAttribute> requested = request.group(IppGroup.OPERATION).find("requested-attributes");
        if (requested.isEmpty()) {
            return _ -> true;
        }
        Set<String> names = requested.get().values().stream()
                .map(value -> value instanceof IppValue.Word(int _, String name) ? name : "")
                .collect(Collectors.toSet());
        return name -> names.contains(name) || names.contains("all");
    }

    private IppGroup jobGroup(PrintJob job, Predicate<String> wanted) {
        Predicate<String> asked = wanted.test("job-description") || wanted.test("job-template") ? _ -> true : wanted;
        return new IppGroup(
                IppGroup.JOB,
                JobDescription.of(job, printerUri, press.upTime()).stream()
                        .filter(attribute -> asked.test(attribute.name()))
                        .toList());
    }

    private static IppMessage status(IppMessage request, int status) {
        return respond(request, status, List.of());
    }

    private static IppMessage respond(IppMessage request, int status, List<IppGroup> groups) {
        List<IppGroup> all = new ArrayList<>();
        all.add(new IppGroup(
                IppGroup.OPERATION,
                List.of(
                        words(IppValue.CHARSET, "attributes-charset", "utf-8"),
                        words(IppValue.LANGUAGE, "attributes-natural-language", "en"))));
        all.addAll(groups);
        boolean known = request.major() == 1 || request.major() == 2;
        return new IppMessage(
                known ? request.major() : 2,
                known ? (request.major() == 1 ? 1 : 0) : 0,
                status,
                request.requestId(),
                all);
    }
}
