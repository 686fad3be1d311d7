package banyan.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.wire.Await;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrinterTwinTest {
    private static final int PRINT_JOB = 0x0002;
    private static final int VALIDATE_JOB = 0x0004;
    private static final int CREATE_JOB = 0x0005;
    private static final int SEND_DOCUMENT = 0x0006;
    private static final int CANCEL_JOB = 0x0008;
    private static final int GET_JOB = 0x0009;
    private static final int GET_PRINTER = 0x000B;

    @TempDir
    Path folder;

    private PrinterTwin twin;

    @BeforeEach
    void open() {
        twin = new PrinterTwin(folder, 0, 0.01);
    }

    @AfterEach
    void close() {
        twin.close();
    }

    @Test
    void everyPageComesOutAsASheetOfItsOwn() throws IOException {
        int job = print(3);
        awaitJob(job, PrintJob.State.COMPLETED);
        assertEquals(List.of("page 1", "page 2", "page 3"), words());
    }

    @Test
    void aFinishedJobReportsAllItsPages() throws IOException {
        int job = print(3);
        awaitJob(job, PrintJob.State.COMPLETED);
        IppGroup group = job(job);
        assertEquals(List.of(3, 3, 9), numbers(group, "job-impressions", "job-impressions-completed", "job-state"));
        assertEquals(
                "job-completed-successfully", group.word("job-state-reasons").orElse(""));
    }

    @Test
    void anEmptyTrayStopsTheJobWhereItIsAndPaperLetsItGoOn() throws IOException {
        act("load", "{\"sheets\": 1}");
        int job = print(3);
        awaitJob(job, PrintJob.State.STOPPED);
        assertEquals(List.of(1, 6), numbers(job(job), "job-impressions-completed", "job-state"));
        assertEquals(
                "media-empty-error", printer().word("printer-state-reasons").orElse(""));
        act("load", "{\"sheets\": 100}");
        awaitJob(job, PrintJob.State.COMPLETED);
        assertEquals(List.of("page 1", "page 2", "page 3"), words());
    }

    @Test
    void aJammedSheetIsPrintedAgain() throws IOException {
        act("jam", "{\"afterSheets\": 1}");
        int job = print(2);
        awaitJob(job, PrintJob.State.STOPPED);
        assertEquals("media-jam-error", printer().word("printer-state-reasons").orElse(""));
        act("clear-jam", "");
        awaitJob(job, PrintJob.State.COMPLETED);
        assertEquals(List.of("page 1", "page 2"), words());
        assertEquals(Supplies.TRAY_SHEETS - 3, twin.state().path("traySheets").intValue());
    }

    @Test
    void aJamMayEndTheJob() throws IOException {
        act("jam", "{\"afterSheets\": 1, \"abortsJob\": true}");
        int job = print(3);
        awaitJob(job, PrintJob.State.ABORTED);
        assertEquals(List.of(1), numbers(job(job), "job-impressions-completed"));
    }

    @Test
    void anOpenCoverHoldsTheJob() throws IOException {
        act("open-cover", "");
        int job = print(1);
        awaitJob(job, PrintJob.State.STOPPED);
        act("close-cover", "");
        awaitJob(job, PrintJob.State.COMPLETED);
    }

    @Test
    void lowTonerIsAWarningAndPrintsOn() throws IOException {
        act("toner", "{\"level\": \"low\"}");
        int job = print(1);
        awaitJob(job, PrintJob.State.COMPLETED);
        assertEquals(
                "toner-low-warning", printer().word("printer-state-reasons").orElse(""));
    }

    @Test
    void aCancelledJobLeavesThePagesThatAreOut() throws IOException {
        act("load", "{\"sheets\": 2}");
        int job = print(3);
        awaitJob(job, PrintJob.State.STOPPED);
        assertEquals(
                IppStatus.OK, ask(request(CANCEL_JOB).number("job-id", job)).code());
        awaitJob(job, PrintJob.State.CANCELED);
        assertEquals(List.of("page 1", "page 2"), words());
        assertEquals(List.of(2), numbers(job(job), "job-impressions-completed"));
    }

    @Test
    void aJobThatIsOverCannotBeCancelled() throws IOException {
        int job = print(1);
        awaitJob(job, PrintJob.State.COMPLETED);
        assertEquals(
                IppStatus.NOT_POSSIBLE,
                ask(request(CANCEL_JOB).number("job-id", job)).code());
    }

    @Test
    void bothSidesOfASheetAreOneSheetAndTwoImpressions() throws IOException {
        int job = jobId(ask(
                request(PRINT_JOB).job().keyword("sides", "two-sided-long-edge").document(pdf(3))));
        awaitJob(job, PrintJob.State.COMPLETED);
        assertEquals(List.of(3, 2), numbers(job(job), "job-impressions-completed", "job-media-sheets-completed"));
        assertEquals(List.of("page 1 page 2", "page 3"), words());
    }

    @Test
    void copiesComeOutOneAfterAnother() throws IOException {
        int job = jobId(ask(request(PRINT_JOB).job().number("copies", 2).document(pdf(2))));
        awaitJob(job, PrintJob.State.COMPLETED);
        assertEquals(List.of("page 1", "page 2", "page 1", "page 2"), words());
    }

    @Test
    void aJobMayBeCreatedBeforeItsDocumentIsSent() throws IOException {
        int job = jobId(ask(request(CREATE_JOB)));
        IppMessage sent = ask(request(SEND_DOCUMENT)
                .number("job-id", job)
                .flag("last-document", true)
                .document(pdf(1)));
        assertEquals(IppStatus.OK, sent.code());
        awaitJob(job, PrintJob.State.COMPLETED);
    }

    @Test
    void aForeignFormatIsRefused() throws IOException {
        assertEquals(
                IppStatus.DOCUMENT_FORMAT_NOT_SUPPORTED,
                ask(request(VALIDATE_JOB).mime("document-format", "application/msword"))
                        .code());
    }

    @Test
    void aDamagedDocumentIsRefused() throws IOException {
        IppMessage answer = ask(
                request(PRINT_JOB).mime("document-format", PrintDocument.PDF).document(new byte[] {1, 2, 3}));
        assertEquals(IppStatus.DOCUMENT_FORMAT_ERROR, answer.code());
    }

    @Test
    void whatCannotBeFulfilledIsNamed() throws IOException {
        IppMessage answer = ask(
                request(PRINT_JOB).job().keyword("media", "na_letter_8.5x11in").document(pdf(1)));
        assertEquals(IppStatus.OK_IGNORED_OR_SUBSTITUTED, answer.code());
        assertEquals(
                "na_letter_8.5x11in",
                answer.group(IppGroup.UNSUPPORTED).word("media").orElse(""));
    }

    @Test
    void withFidelityWhatCannotBeFulfilledIsRefused() throws IOException {
        IppMessage answer = ask(request(PRINT_JOB)
                .flag("ipp-attribute-fidelity", true)
                .job()
                .keyword("media", "na_letter_8.5x11in")
                .document(pdf(1)));
        assertEquals(IppStatus.ATTRIBUTES_NOT_SUPPORTED, answer.code());
    }

    @Test
    void aBusyPrinterTakesNoJob() throws IOException {
        act("busy", "");
        assertEquals(IppStatus.BUSY, ask(request(PRINT_JOB).document(pdf(1))).code());
    }

    @Test
    void aRefusingPrinterSaysSoBeforehand() throws IOException {
        act("reject", "");
        assertEquals(IppStatus.NOT_ACCEPTING_JOBS, ask(request(VALIDATE_JOB)).code());
        assertEquals(false, printer().flag("printer-is-accepting-jobs", true));
    }

    @Test
    void aLyingPrinterSaysMoreThanComesOut() throws IOException {
        act("lie", "{\"sheetsOut\": 1, \"pagesReported\": 3}");
        int job = print(3);
        awaitJob(job, PrintJob.State.COMPLETED);
        assertEquals(List.of(3), numbers(job(job), "job-impressions-completed"));
        assertEquals(List.of("page 1"), words());
    }

    @Test
    void anUnpluggedPrinterCannotBeReachedAndPrintsOn() throws IOException {
        act("speed", "{\"secondsPerPage\": 0.1}");
        int job = print(2);
        act("unplug", "");
        assertThrows(ConnectException.class, () -> ask(request(GET_PRINTER)));
        Await.until(() -> twin.sheets().size() == 2, "both pages come out");
        act("plug", "");
        awaitJob(job, PrintJob.State.COMPLETED);
    }

    @Test
    void aPrinterWithoutPowerForgetsItsJobs() throws IOException {
        act("empty", "");
        int job = print(1);
        act("power-off", "");
        act("power-on", "");
        assertEquals(
                IppStatus.NOT_FOUND, ask(request(GET_JOB).number("job-id", job)).code());
    }

    @Test
    void aSilentPrinterTakesTheConnectionAndNeverAnswers() {
        act("silence", "");
        assertThrows(SocketTimeoutException.class, () -> ask(request(GET_PRINTER)));
    }

    @Test
    void onlyWhatWasAskedForIsTold() throws IOException {
        IppGroup group = ask(request(GET_PRINTER).keyword("requested-attributes", "media-ready"))
                .group(IppGroup.PRINTER);
        assertEquals(
                List.of("media-ready"),
                group.attributes().stream().map(IppAttribute::name).toList());
        assertEquals("iso_a4_210x297mm", group.word("media-ready").orElse(""));
    }

    @Test
    void aVersionFromTheFutureIsRefused() throws IOException {
        byte[] bytes = request(GET_PRINTER).bytes();
        bytes[0] = 9;
        assertEquals(IppStatus.VERSION_NOT_SUPPORTED, post(bytes).code());
    }

    @Test
    void bytesThatAreNoMessageAreABadRequest() throws IOException {
        assertEquals(IppStatus.BAD_REQUEST, post(new byte[] {1, 2, 3}).code());
    }

    @Test
    void aResetPrinterHasNoPaperOutAndBeginsCountingAnew() throws IOException {
        awaitJob(print(1), PrintJob.State.COMPLETED);
        twin.reset();
        assertEquals(List.of(), twin.sheets());
        int job = print(1);
        awaitJob(job, PrintJob.State.COMPLETED);
        assertEquals("1 sheet-0001.pdf", job + " " + twin.sheets().getFirst().getFileName());
    }

    private int print(int pages) throws IOException {
        return jobId(ask(
                request(PRINT_JOB).mime("document-format", PrintDocument.PDF).document(pdf(pages))));
    }

    private static int jobId(IppMessage answer) {
        assertTrue(answer.code() <= IppStatus.OK_IGNORED_OR_SUBSTITUTED, () -> "%04X".formatted(answer.code()));
        return answer.group(IppGroup.JOB).whole("job-id").orElseThrow();
    }

    private void awaitJob(int job, PrintJob.State state) {
        Await.until(
                () -> {
                    for (var entry : twin.state().path("jobs")) {
                        if (entry.path("id").intValue() == job) {
                            return entry.path("state").stringValue().equals(Fields.word(state));
                        }
                    }
                    return false;
                },
                "job " + job + " is " + state + ": " + twin.state());
    }

    private IppGroup job(int id) throws IOException {
        return ask(request(GET_JOB).number("job-id", id)).group(IppGroup.JOB);
    }

    private IppGroup printer() throws IOException {
        return ask(request(GET_PRINTER)).group(IppGroup.PRINTER);
    }

    private static List<Integer> numbers(IppGroup group, String... names) {
        return List.of(names).stream()
                .map(name -> group.whole(name).orElseThrow())
                .toList();
    }

    private List<String> words() {
        return IntStream.rangeClosed(1, twin.sheets().size())
                .mapToObj(number -> twin.words(number).orElseThrow().strip().replaceAll("\\s+", " "))
                .toList();
    }

    private void act(String action, String json) {
        assertInstanceOf(Answer.Done.class, twin.act(action, Fields.parse(json)));
    }

    private static byte[] pdf(int pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int page = 1; page <= pages; page++) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
                    content.newLineAtOffset(100, 700);
                    content.showText("page " + page);
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private Request request(int operation) throws IOException {
        return new Request(operation, twin.uri());
    }

    private IppMessage ask(Request request) throws IOException {
        return post(request.bytes());
    }

    private IppMessage post(byte[] body) throws IOException {
        URI http = URI.create(twin.uri().toString().replaceFirst("^ipp:", "http:"));
        HttpURLConnection connection = (HttpURLConnection) http.toURL().openConnection();
        connection.setDoOutput(true);
        connection.setReadTimeout(twin.state().path("silent").booleanValue() ? 200 : 10_000);
        connection.setRequestProperty("Content-Type", "application/ipp");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        try (InputStream in = connection.getInputStream()) {
            return IppCodec.read(in.readAllBytes()).orElseThrow().message;
        }
    }

    /** A request put together by hand, byte by byte. */
    private static final class Request {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);
        private byte[] document = new byte[0];

        Request(int operation, URI printer) throws IOException {
            out.writeShort(0x0200);
            out.writeShort(operation);
            out.writeInt(42);
            out.writeByte(1);
            attribute(0x47, "attributes-charset", "utf-8");
            attribute(0x48, "attributes-natural-language", "en");
            attribute(0x45, "printer-uri", printer.toString());
        }

        Request job() throws IOException {
            out.writeByte(2);
            return this;
        }

        Request number(String name, int value) throws IOException {
            head(0x21, name);
            out.writeShort(4);
            out.writeInt(value);
            return this;
        }

        Request flag(String name, boolean value) throws IOException {
            head(0x22, name);
            out.writeShort(1);
            out.writeBoolean(value);
            return this;
        }

        Request keyword(String name, String value) throws IOException {
            return attribute(0x44, name, value);
        }

        Request mime(String name, String value) throws IOException {
            return attribute(0x49, name, value);
        }

        Request document(byte[] now) {
            document = now;
            return this;
        }

        private Request attribute(int tag, String name, String value) throws IOException {
            head(tag, name);
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            out.writeShort(text.length);
            out.write(text);
            return this;
        }

        private void head(int tag, String name) throws IOException {
            out.writeByte(tag);
            out.writeShort(name.length());
            out.writeBytes(name);
        }

        byte[] bytes() throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(bytes.toByteArray());
            all.write(3);
            all.write(document);
            return all.toByteArray();
        }
    }
}
