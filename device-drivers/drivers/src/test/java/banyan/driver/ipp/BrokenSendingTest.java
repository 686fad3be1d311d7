package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import banyan.conformance.TinyPdf;
import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Printer;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.PrintJob;
import banyan.device.Printer.PrintTask;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A printer that breaks off while it is sent a document: what is told then, and that nothing is sent a second time. */
class BrokenSendingTest {
    private static final int JOB = 5;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Operation> asked = new CopyOnWriteArrayList<>();
    private final BlockingQueue<PrintEvent> events = new LinkedBlockingQueue<>();
    private HttpServer server;

    private volatile List<Operation> knows =
            List.of(Operation.printJob, Operation.validateJob, Operation.createJob, Operation.sendDocument);
    private volatile Predicate<Operation> breaksOff = _ -> false;
    private volatile Predicate<Operation> refuses = _ -> false;
    private volatile JobState jobState = JobState.processing;
    private volatile String jobReason = "none";
    private volatile int pagesOut;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            IppPacket request = IppPacket.read(
                    new ByteArrayInputStream(exchange.getRequestBody().readAllBytes()));
            Operation operation = request.getOperation();
            asked.add(operation);
            if (breaksOff.test(operation)) {
                // Closed without an answer.
                return;
            }
            IppPacket.Builder answer = new IppPacket.Builder(
                    refuses.test(operation) ? Status.serverErrorInternalError : Status.successfulOk);
            answer.setRequestId(request.getRequestId());
            answer.getOperationAttributes()
                    .put(Types.attributesCharset.of("utf-8"), Types.attributesNaturalLanguage.of("en"));
            if (operation.equals(Operation.getPrinterAttributes)) {
                answer.getPrinterAttributes()
                        .put(
                                Types.printerState.of(PrinterState.idle),
                                Types.printerStateReasons.of("none"),
                                Types.documentFormatSupported.of("application/pdf"),
                                Types.operationsSupported.of(knows));
            } else if (operation.equals(Operation.cancelJob)) {
                jobState = JobState.canceled;
            } else {
                answer.getJobAttributes()
                        .put(
                                Types.jobId.of(JOB),
                                Types.jobState.of(jobState),
                                Types.jobStateReasons.of(jobReason),
                                Types.jobImpressionsCompleted.of(pagesOut));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            answer.build().write(bytes);
            exchange.sendResponseHeaders(200, bytes.size());
            exchange.getResponseBody().write(bytes.toByteArray());
        }
    }

    private Outcome<PrintTask> print(Printer printer) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        printer.start((_, state) -> {
            if (state instanceof DeviceState.Ready) {
                ready.countDown();
            }
        });
        boolean _ = ready.await(10, TimeUnit.SECONDS);
        return printer.print(
                new PrintJob("receipt", TinyPdf.of(2, "SAMPLE"), 2), events::add, Deadline.in(Duration.ofSeconds(20)));
    }

    private Printer printer() {
        String url = "ipp://127.0.0.1:" + server.getAddress().getPort() + "/ipp/print";
        return assertInstanceOf(
                Printer.class, new IppDriver().create(new DeviceSettings("printer", Map.of("url", url))));
    }

    private PrintEvent end() throws InterruptedException {
        while (true) {
            PrintEvent event = events.poll(20, TimeUnit.SECONDS);
            assertNotNull(event, "no end was told");
            if (event instanceof PrintEvent.End) {
                return event;
            }
        }
    }

    private long asked(Operation operation) {
        return asked.stream().filter(operation::equals).count();
    }

    @Test
    void anAnswerThatWasLostAfterTheDocumentIsFoundOutByTheJob() throws InterruptedException {
        breaksOff = Operation.sendDocument::equals;
        jobState = JobState.completed;
        pagesOut = 2;
        try (Printer printer = printer()) {
            assertInstanceOf(Outcome.Done.class, print(printer));
            assertEquals(new PrintEvent.Printed(2), end());
        }
        assertEquals(1, asked(Operation.sendDocument));
    }

    @Test
    void aDocumentThatNeverArrivedIsAskedBackAndNotPrinted() throws InterruptedException {
        breaksOff = Operation.sendDocument::equals;
        jobState = JobState.pendingHeld;
        jobReason = "job-incoming";
        try (Printer printer = printer()) {
            assertInstanceOf(Outcome.Done.class, print(printer));
            assertEquals(0, assertInstanceOf(PrintEvent.Broken.class, end()).pagesOut());
        }
        assertEquals(1, asked(Operation.sendDocument));
        assertEquals(1, asked(Operation.cancelJob));
    }

    @Test
    void withoutANumberOfTheJobNobodyKnowsAndNothingIsSentAgain() throws InterruptedException {
        knows = List.of(Operation.printJob, Operation.validateJob);
        breaksOff = Operation.printJob::equals;
        try (Printer printer = printer()) {
            assertInstanceOf(Outcome.Done.class, print(printer));
            assertInstanceOf(PrintEvent.Uncertain.class, end());
        }
        assertEquals(1, asked(Operation.printJob));
    }

    @Test
    void aPrinterThatKnowsOnlyPrintJobPrintsAllTheSame() throws InterruptedException {
        knows = List.of(Operation.printJob, Operation.validateJob);
        jobState = JobState.completed;
        pagesOut = 2;
        try (Printer printer = printer()) {
            assertInstanceOf(Outcome.Done.class, print(printer));
            assertEquals(new PrintEvent.Printed(2), end());
        }
    }

    @Test
    void aRefusedDocumentFailsAndItsEmptyJobIsTakenBack() throws InterruptedException {
        refuses = Operation.sendDocument::equals;
        try (Printer printer = printer()) {
            Fault fault = assertInstanceOf(Outcome.Failed.class, print(printer)).fault();
            assertEquals("PRINTER-STATUS-0500", fault.code());
        }
        assertEquals(1, asked(Operation.cancelJob));
        assertEquals(0, events.size());
    }

    @Test
    void aRefusedJobSendsNoDocument() throws InterruptedException {
        refuses = Operation.validateJob::equals;
        try (Printer printer = printer()) {
            assertInstanceOf(Outcome.Failed.class, print(printer));
        }
        assertEquals(0, asked(Operation.sendDocument) + asked(Operation.printJob) + asked(Operation.createJob));
    }
}
