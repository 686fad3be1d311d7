package banyan.driver.escl;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Scanner.ScanEvent;
import banyan.device.Turn;
import banyan.wire.HttpLine;
import banyan.wire.HttpLine.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The five requests of eSCL. */
final class EsclLine {
    static final Fault SILENT = new Fault(Kind.TIMEOUT, Remedy.RESET, "SCANNER-SILENT");
    static final Fault BUSY = new Fault(Kind.BUSY, Remedy.RETRY, "SCANNER-BUSY");
    private static final Fault GARBLED = new Fault(Kind.PROTOCOL, Remedy.RESET, "SCANNER-GARBLED");

    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration TAKING = Duration.ofSeconds(20);
    private static final int LARGEST_XML = 1 << 20;

    private final HttpLine http = new HttpLine("SCANNER");
    private final URI scanner;
    private final Duration patience;

    EsclLine(URI scanner, Duration patience) {
        String text = scanner.toString();
        this.scanner = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : scanner;
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    Outcome<ScannerCapabilities> capabilities(Turn turn) {
        return read(turn, "/ScannerCapabilities", ScannerCapabilities::read);
    }

    Outcome<ScannerStatus> status(Turn turn) {
        return read(turn, "/ScannerStatus", ScannerStatus::read);
    }

    private <T> Outcome<T> read(Turn turn, String path, Function<byte[], Optional<T>> reading) {
        HttpRequest request = HttpRequest.newBuilder(at(path)).build();
        return http.ask(turn, request, LARGEST_XML, ANSWER).then(answer -> {
            if (answer.status() != 200) {
                return Outcome.failed(refusal(answer.status()));
            }
            return reading.apply(answer.body()).map(Outcome::done).orElse(Outcome.failed(GARBLED));
        });
    }

    private URI at(String path) {
        return URI.create(scanner + path);
    }

    static Fault refusal(int status) {
        return status == 503
                ? BUSY
                : new Fault(Kind.PROTOCOL, Remedy.CALL_STAFF, "SCANNER-HTTP-%03d".formatted(status % 1000));
    }

    /** What a scanner answered to the wish for a scan: the status, and the path of the job it made. */
    record Created(int status, Optional<String> job) {}

    Outcome<Created> begin(Turn turn, byte[] settings) {
        HttpRequest request = HttpRequest.newBuilder(at("/ScanJobs"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(settings))
                .build();
        return http.ask(turn, request, LARGEST_XML, TAKING)
                .map(answer -> new Created(answer.status(), answer.header("Location").flatMap(this::jobPath)));
    }

    /** Of its address the path alone is believed: a job is at the scanner that made it, whatever name it has for itself. */
    private Optional<String> jobPath(String location) {
        try {
            String path = scanner.resolve(location).getPath();
            return Optional.ofNullable(path).filter(it -> it.startsWith("/") && it.length() > 1);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The next page; waits as long as a page may take. */
    Outcome<Answer> next(Turn turn, String job) {
        HttpRequest request =
                HttpRequest.newBuilder(scanner.resolve(job + "/NextDocument")).build();
        return http.ask(turn, request, ScanEvent.Page.MAX_PAGE_BYTES, patience);
    }

    /** Has the scanner forget the job; true where it knew it. */
    Outcome<Boolean> delete(Turn turn, String job) {
        HttpRequest request = HttpRequest.newBuilder(scanner.resolve(job)).DELETE().build();
        return http.ask(turn, request, LARGEST_XML, ANSWER).map(answer -> answer.status() < 300);
    }

    void close() {
        http.close();
    }
}
