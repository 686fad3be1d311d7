package banyan.bench;

import banyan.device.Deadline;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Outcome;
import banyan.device.ReceiptPrinter;
import banyan.device.ReceiptPrinter.Align;
import banyan.device.ReceiptPrinter.Part;
import banyan.device.ReceiptPrinter.Receipt;
import banyan.device.ReceiptPrinter.ReceiptEnd;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * From the call that prints a receipt of 40 lines to the arrival of its last byte at the far end of a TCP connection, the asking how
 * the printer stands included. The far end only listens and answers: it prints nothing, so that its own pace is not in the figure.
 */
final class ReceiptBench implements Bench {
    private static final int LINES = 40;
    private static final int RECEIPTS = 30;
    private static final int WARM_UP = 5;
    private static final double LIMIT_MILLIS = 100;

    @Override
    public String name() {
        return "receipt";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        List<Part> lines = IntStream.range(0, LINES)
                .<Part>mapToObj(i -> new Part.Text("第" + i + "行：您提交的材料已经收到，请保持电话畅通", Align.LEFT, 1, false))
                .toList();
        Receipt receipt = new Receipt("receipt", lines);
        try (FarEnd farEnd = new FarEnd();
                ReceiptPrinter printer = printer(farEnd)) {
            CountDownLatch ready = new CountDownLatch(1);
            printer.start((_, state) -> {
                if (state instanceof DeviceState.Ready) {
                    ready.countDown();
                }
            });
            if (!ready.await(20, TimeUnit.SECONDS)) {
                throw new IOException("the receipt printer is not ready");
            }
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < WARM_UP + RECEIPTS; i++) {
                farEnd.arrivals.clear();
                long called = System.nanoTime();
                var outcome = printer.print(receipt, Deadline.in(Duration.ofSeconds(10)));
                if (!outcome.equals(Outcome.done(new ReceiptEnd.Printed()))) {
                    throw new IOException("not printed: " + outcome);
                }
                Long arrived = farEnd.arrivals.poll(1, TimeUnit.SECONDS);
                if (arrived == null) {
                    throw new IOException("nothing arrived");
                }
                if (i >= WARM_UP) {
                    millis.add((arrived - called) / 1e6);
                }
            }
            double worst = millis.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            return List.of(
                    Figure.within("receipt: call → last byte of 40 lines at the printer, worst", worst, "ms", LIMIT_MILLIS),
                    Figure.told("receipt: the same, median", JournalBench.median(millis), "ms"));
        }
    }

    private static ReceiptPrinter printer(FarEnd farEnd) throws IOException {
        DeviceDriver driver = ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.model().equals("escpos-tcp"))
                .findFirst()
                .orElseThrow(() -> new IOException("no driver"));
        DeviceSettings settings =
                new DeviceSettings("receipt-printer", Map.of("url", "tcp://127.0.0.1:" + farEnd.port()));
        if (driver.create(settings) instanceof ReceiptPrinter printer) {
            return printer;
        }
        throw new IOException("not a receipt printer");
    }

    /** Answers that all is well, and notes when the question behind a receipt has come. */
    private static final class FarEnd implements AutoCloseable {
        private static final byte[] QUESTION = {0x1D, '(', 'H', 6, 0, 48, 48};
        private static final int QUESTION_LENGTH = 11;
        private static final int STATUS_LENGTH = 3;

        final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

        FarEnd() throws IOException {
            var _ = Thread.ofPlatform().daemon().name("receipts").start(this::listen);
        }

        int port() {
            return server.getLocalPort();
        }

        private void listen() {
            try (Socket socket = server.accept()) {
                socket.setTcpNoDelay(true);
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream();
                byte[] last = new byte[QUESTION_LENGTH];
                for (int next = in.read(); next >= 0; next = in.read()) {
                    System.arraycopy(last, 1, last, 0, last.length - 1);
                    last[last.length - 1] = (byte) next;
                    answer(last, out);
                }
            } catch (IOException _) {
                // The bench is over.
            }
        }

        private void answer(byte[] last, OutputStream out) throws IOException {
            int end = last.length;
            if (Arrays.equals(last, 0, QUESTION.length, QUESTION, 0, QUESTION.length)) {
                arrivals.add(System.nanoTime());
                out.write(new byte[] {0x37, 0x22, last[end - 4], last[end - 3], last[end - 2], last[end - 1], 0});
            } else if (last[end - STATUS_LENGTH] == 0x10 && last[end - 2] == 4) {
                out.write(0x12);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
