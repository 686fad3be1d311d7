package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.ReceiptPrinterRig.Slip;
import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.ReceiptPrinter;
import banyan.device.ReceiptPrinter.Align;
import banyan.device.ReceiptPrinter.Part;
import banyan.device.ReceiptPrinter.Receipt;
import banyan.device.ReceiptPrinter.ReceiptEnd;
import banyan.device.Supply;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every receipt printer promises: what it calls printed is on paper, and what may be on paper is never printed again. */
public abstract class ReceiptPrinterContract extends DeviceContract<ReceiptPrinterRig, ReceiptPrinter> {
    private static final Duration A_LOOK = Duration.ofSeconds(3);
    private static final Duration AN_END = Duration.ofSeconds(10);

    /** Lines enough to be in the middle of, and where that is. */
    private static final int MANY = 14;

    private static final int MIDDLE = 5;
    private static final int SLOWLY = 40;

    private static final String WORD = "QXZJVKWYBRGF7719";
    private static final String SECRET = "福建省福州市鼓楼区样张路一号" + WORD;
    private static final String LINK = "https://example.org/r/" + WORD + "?n=受理编号";

    private static Part.Text line(String text) {
        return new Part.Text(text, Align.LEFT, 1, false);
    }

    private static Receipt receipt(Part... parts) {
        return new Receipt("receipt", List.of(parts));
    }

    private static Receipt many(String word) {
        return new Receipt(
                "receipt",
                IntStream.range(0, MANY)
                        .<Part>mapToObj(i -> line(word + " 第" + i + "行"))
                        .toList());
    }

    @Override
    protected final Class<ReceiptPrinter> type() {
        return ReceiptPrinter.class;
    }

    @Override
    protected final SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(ReceiptPrinter device) {
        SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands = new LinkedHashMap<>();
        commands.put(Capability.PRINT_RECEIPT, deadline -> device.print(receipt(line("凭条")), deadline));
        return commands;
    }

    @Override
    protected final void assertWorks(ReceiptPrinter device, ReceiptPrinterRig rig) {
        int before = rig.receipts().size();
        assertEquals(new ReceiptEnd.Printed(), value(device.print(receipt(line("凭条 receipt")), inTime())));
        assertEquals(before + 1, rig.receipts().size());
        assertEquals(new Slip("凭条 receipt\n", List.of(), true), rig.receipts().getLast());
    }

    @Override
    protected final Secret useWithSecret(ReceiptPrinter device, ReceiptPrinterRig rig) {
        Receipt receipt = receipt(line(SECRET), new Part.Qr(LINK));
        assertEquals(new ReceiptEnd.Printed(), value(device.print(receipt, inTime())));
        return new Secret(
                List.of(WORD, SECRET, LINK),
                List.of(SECRET.getBytes(Charset.forName("GB18030")), LINK.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    protected void whatIsPrintedIsOnPaperOnceAndWhole() {
        Receipt receipt = receipt(
                new Part.Text("受理凭条", Align.CENTRE, 2, true),
                new Part.Rule(),
                line("姓名：张三丰　𠮷野家　é ü ß €"),
                line("ABC abc 123 ~!@#"),
                new Part.Space(2),
                new Part.Qr(LINK));
        assertEquals(new ReceiptEnd.Printed(), value(ready().print(receipt, inTime())));
        assertEquals(1, rig().receipts().size());
        Slip slip = rig().receipts().getFirst();
        List<String> lines = slip.text().lines().toList();
        assertEquals("受理凭条", lines.getFirst());
        assertTrue(lines.contains("姓名：张三丰　𠮷野家　é ü ß €"), slip.text());
        assertTrue(lines.contains("ABC abc 123 ~!@#"), slip.text());
        assertEquals(List.of(LINK), slip.codes());
        assertTrue(slip.cut());
    }

    @Test
    protected void aLineLongerThanThePaperIsBrokenAndNothingIsLost() {
        String chinese = "根据《中华人民共和国社会保险法》的规定，您提交的材料已经收到，办理结果将在二十个工作日内送达。".repeat(3);
        String mixed = "Number 350102199003071234, window 12, https://example.org/a/very/long/address/without/a/space 号";
        Receipt receipt = receipt(line(chinese), line(mixed), new Part.Text(chinese, Align.CENTRE, 2, false));
        assertEquals(new ReceiptEnd.Printed(), value(ready().print(receipt, inTime())));
        assertEquals(
                (chinese + mixed + chinese).replaceAll("\\s", ""),
                rig().receipts().getFirst().text().replaceAll("\\s", ""));
        assertEquals(0, rig().linesBrokenByThePrinter());
    }

    @Test
    protected void whatIsPrintedIsThereAtThatMomentHoweverSlowThePrinter() {
        ready();
        rig().slow(SLOWLY);
        assertEquals(new ReceiptEnd.Printed(), value(device().print(many("慢"), inTime())));
        List<Slip> receipts = rig().receipts();
        assertEquals(1, receipts.size());
        assertTrue(receipts.getFirst().cut());
        assertEquals(MANY, receipts.getFirst().text().lines().count());
    }

    @Test
    protected void withoutPaperNothingIsPrintedAndItSaysSo() {
        ready();
        rig().runOut();
        Fault fault = fault(device().print(many("无纸"), inTime()));
        assertTrue(fault.code().endsWith("PAPER-OUT"), fault.code());
        awaitState(A_LOOK, DeviceState.NeedsHelp.class);
        assertEquals(level(new Supply.Level.Out()), device().supplies());
        rig().load();
        awaitState(A_LOOK, DeviceState.Ready.class);
        assertEquals(List.of(), rig().receipts());
        assertWorks(device(), rig());
    }

    @Test
    @Tag("C12")
    protected void aPartThatBreaksIsWhyTheReceiptPrinterCannotBeUsed() {
        ready();
        rig().runOut();
        awaitBroken("roll", true);
        rig().load();
        awaitWell("roll");
        rig().jamCutter();
        assertUncertain("CUTTER-JAM", Fault.Kind.MEDIA);
        awaitBroken("cutter", true);
        rig().clearCutter();
        awaitWell("cutter");
    }

    @Test
    protected void aRollThatIsNearlyUsedUpIsAWarningAndNoMore() {
        ready();
        assertEquals(level(new Supply.Level.Enough()), device().supplies());
        rig().nearEnd();
        Patience.until(
                A_LOOK,
                "a warning",
                () -> device().state() instanceof DeviceState.Ready(var warnings)
                        && warnings.stream().anyMatch(warning -> warning.endsWith("PAPER-LOW")));
        assertEquals(level(new Supply.Level.Low()), device().supplies());
        assertWorks(device(), rig());
    }

    private static List<Supply> level(Supply.Level level) {
        return List.of(new Supply("roll", Supply.Kind.ROLL, level));
    }

    @Test
    protected void paperThatRunsOutInTheMiddleLeavesItUncertain() {
        ready();
        rig().runOutAfter(MIDDLE);
        assertUncertain("PAPER-OUT", Fault.Kind.MEDIA);
        assertBrokenOff();
        rig().load();
        assertNothingFollows();
    }

    @Test
    protected void aCoverOpenedInTheMiddleLeavesItUncertain() {
        ready();
        rig().openCoverAfter(MIDDLE);
        assertUncertain("COVER-OPEN", Fault.Kind.MEDIA);
        assertBrokenOff();
        rig().closeCover();
        assertNothingFollows();
    }

    @Test
    protected void aKnifeThatSticksLeavesItUncertain() {
        ready();
        rig().jamCutter();
        assertUncertain("CUTTER-JAM", Fault.Kind.MEDIA);
        awaitState(A_LOOK, DeviceState.NeedsHelp.class);
        rig().clearCutter();
        assertNothingFollows();
    }

    @Test
    protected void aPrinterThatFallsSilentInTheMiddleLeavesItUncertain() {
        ready();
        rig().fallSilentAfter(MIDDLE);
        assertUncertain("SILENT", Fault.Kind.TIMEOUT);
        rig().heal();
        assertNothingFollows();
    }

    @Test
    protected void aPlugPulledInTheMiddleLeavesItUncertain() {
        ready();
        rig().unplugAfter(MIDDLE);
        assertUncertain("UNPLUGGED", Fault.Kind.DISCONNECTED);
        awaitState(NOTICED, DeviceState.Absent.class);
        rig().plug();
        assertNothingFollows();
    }

    @Test
    protected void powerCutInTheMiddleLeavesItUncertain() {
        ready();
        rig().cutPowerAfter(MIDDLE);
        assertUncertain("UNPLUGGED", Fault.Kind.DISCONNECTED);
        assertBrokenOff();
        rig().plug();
        assertNothingFollows();
    }

    @Test
    protected void aDeadlineThatPassesInTheMiddleLeavesItUncertain() {
        ready();
        rig().slow(SLOWLY);
        ReceiptEnd end = value(device().print(many("迟"), Deadline.in(Duration.ofMillis(SLOWLY * MIDDLE))));
        assertEquals(
                Fault.Kind.TIMEOUT,
                assertInstanceOf(ReceiptEnd.Uncertain.class, end).fault().kind());
        assertNothingFollows();
    }

    @Test
    protected void whoIsInterruptedInTheMiddleHearsThatItIsUncertain() {
        ready();
        rig().slow(SLOWLY);
        CompletableFuture<Outcome<ReceiptEnd>> outcome = new CompletableFuture<>();
        Thread caller =
                Thread.ofVirtual().start(() -> outcome.complete(device().print(many("断"), inTime())));
        awaitPaper();
        caller.interrupt();
        ReceiptEnd end = value(outcome.join());
        assertEquals(
                Fault.Kind.CANCELLED,
                assertInstanceOf(ReceiptEnd.Uncertain.class, end).fault().kind());
        assertNothingFollows();
        assertTrue(rig().receipts().getFirst().text().lines().count() < MANY);
    }

    @Test
    protected void aReceiptIsUncertainWhenItsDeviceIsClosed() {
        ready();
        rig().slow(SLOWLY);
        CompletableFuture<Outcome<ReceiptEnd>> outcome = elsewhere("关");
        awaitPaper();
        device().close();
        assertInstanceOf(ReceiptEnd.Uncertain.class, value(outcome.join()));
    }

    @Test
    protected void forgettingLetsAReceiptComeToItsEnd() {
        ready();
        rig().slow(SLOWLY);
        CompletableFuture<Outcome<ReceiptEnd>> outcome = elsewhere("忘");
        awaitPaper();
        device().forget();
        assertEquals(new ReceiptEnd.Printed(), value(outcome.join()));
        assertEquals(MANY, rig().receipts().getFirst().text().lines().count());
    }

    private CompletableFuture<Outcome<ReceiptEnd>> elsewhere(String word) {
        return CompletableFuture.supplyAsync(
                () -> device().print(many(word), inTime()),
                task -> Thread.ofVirtual().start(task));
    }

    private void awaitPaper() {
        Patience.until(AN_END, "the first line on paper", () -> !rig().receipts().isEmpty());
    }

    private void assertUncertain(String code, Fault.Kind kind) {
        ReceiptEnd end = value(device().print(many("首"), inTime()));
        Fault fault = assertInstanceOf(ReceiptEnd.Uncertain.class, end).fault();
        assertEquals(kind, fault.kind());
        assertTrue(fault.code().endsWith(code), fault.code());
    }

    /** Part of it is on paper, and that is not all. */
    private void assertBrokenOff() {
        List<Slip> receipts = rig().receipts();
        assertEquals(1, receipts.size());
        assertEquals(MIDDLE, receipts.getFirst().text().lines().count());
    }

    /** The device works again; nothing of the first receipt comes out any more, and the second one is apart from it. */
    private void assertNothingFollows() {
        awaitState(AN_END, DeviceState.Ready.class);
        assertEquals(new ReceiptEnd.Printed(), value(device().print(receipt(line("第二张")), inTime())));
        List<Slip> receipts = new ArrayList<>(rig().receipts());
        assertEquals(2, receipts.size(), receipts::toString);
        assertEquals(new Slip("第二张\n", List.of(), true), receipts.getLast());
    }
}
