package banyan.bench.inside;

import banyan.device.Deadline;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Outcome;
import banyan.device.Printer;
import banyan.item.FilledDocument;
import banyan.item.FilledDocument.Rich;
import banyan.item.FilledDocument.Run;
import banyan.item.FilledDocument.Table;
import banyan.item.FilledDocument.Title;
import banyan.item.Language;
import banyan.item.Mask;
import banyan.item.Paper;
import banyan.kiosk.documents.PaperFonts;
import banyan.kiosk.documents.PaperOptions;
import banyan.kiosk.documents.PaperRenderer;
import banyan.kiosk.documents.Rendering;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Renders a two-page certificate and sends it to a printer, again and again, in a JVM like the terminal's. */
public final class PaperMill {
    private static final int TIMES = 30;
    private static final int ROWS = 30;

    private PaperMill() {}

    /** The printer's address. Prints {@code BENCH PAPER render-ms all-ms} for each document. */
    public static void main(String[] arguments) throws InterruptedException {
        PaperRenderer renderer = new PaperRenderer(PaperFonts.load());
        try (Printer printer = printer(arguments[0])) {
            CountDownLatch ready = new CountDownLatch(1);
            printer.start((_, state) -> {
                if (state instanceof DeviceState.Ready) {
                    ready.countDown();
                }
            });
            if (!ready.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the printer is not ready");
            }
            for (int i = 0; i < TIMES; i++) {
                print(renderer, printer, i);
            }
        }
        System.exit(0);
    }

    private static void print(PaperRenderer renderer, Printer printer, int which) throws InterruptedException {
        FilledDocument document = certificate(which);
        CountDownLatch out = new CountDownLatch(1);
        long began = System.nanoTime();
        if (!(renderer.render(document, new PaperOptions(true)) instanceof Rendering.Rendered rendered)
                || rendered.pages() != 2) {
            throw new IllegalStateException("a certificate of " + ROWS + " rows is not two pages");
        }
        long drawn = System.nanoTime();
        var job = new Printer.PrintJob("certificate", rendered.pdf(), rendered.pages());
        var taken = printer.print(
                job,
                event -> {
                    if (event instanceof Printer.PrintEvent.End) {
                        out.countDown();
                    }
                },
                Deadline.in(Duration.ofSeconds(15)));
        long sent = System.nanoTime();
        if (!(taken instanceof Outcome.Done) || !out.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not printed");
        }
        System.out.printf("BENCH PAPER %.2f %.2f%n", (drawn - began) / 1e6, (sent - began) / 1e6);
    }

    private static Printer printer(String url) {
        return ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.model().equals("ipp-everywhere"))
                .map(one -> one.create(new DeviceSettings("printer", Map.of("url", url))))
                .filter(Printer.class::isInstance)
                .map(Printer.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** A new one each time, so that nothing can be kept from the last. */
    private static FilledDocument certificate(int which) {
        List<List<Rich>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String paid = "%d,%03d.00".formatted(4 + row % 5, (37 * row + which) % 1000);
            rows.add(cells("%d年%d月".formatted(2026 - row / 12, 12 - row % 12), paid, "432.00", "27.00", "已到账"));
        }
        List<Table.Column> columns = Stream.of("月份", "缴费基数（元）", "养老个人（元）", "失业个人（元）", "状态")
                .map(heading -> new Table.Column(rich(heading), 3, FilledDocument.Align.RIGHT))
                .toList();
        return new FilledDocument(
                "certificate",
                Language.ZH_CN,
                Paper.A4,
                "社会保险个人缴费证明",
                List.of(
                        new Title(rich("社会保险个人缴费证明")),
                        new FilledDocument.KeyValues(List.of(new FilledDocument.KeyValues.Row(rich("姓名"), rich("样张")))),
                        new Table(columns, rows),
                        new FilledDocument.Qr("https://example.invalid/verify/" + which, rich("扫码可验真伪")),
                        new FilledDocument.Seal("榕城市社会保险中心"),
                        new FilledDocument.PageNumbers("第 {page} 页，共 {pages} 页")));
    }

    private static List<Rich> cells(String... texts) {
        return Stream.of(texts).map(PaperMill::rich).toList();
    }

    private static Rich rich(String text) {
        return new Rich(List.of(new Run(text, false, Mask.NONE)));
    }
}
