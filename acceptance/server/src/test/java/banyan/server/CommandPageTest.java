package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Directive;
import banyan.acceptance.DirectiveAnswer;
import banyan.acceptance.DirectiveAnswer.Standing;
import banyan.acceptance.HeartbeatAnswer;
import banyan.acceptance.TerminalHeartbeat;
import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.DeviceWord;
import banyan.acceptance.TerminalHeartbeat.Service;
import banyan.acceptance.TerminalHeartbeat.Usage;
import banyan.server.staff.Role;
import banyan.server.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An operator's main path in a real browser: sees which terminal needs somebody, closes it with a notice, and sees that it has obeyed. */
class CommandPageTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static Browser browser = Browser.start();

    private final Browser.Tab page = browser.tab();

    @AfterAll
    static void end() {
        browser.close();
    }

    private static List<Directive> beat(TerminalAtTest terminal, Service service, DeviceWord printer, String... warnings) {
        DeviceStanding device = new DeviceStanding(
                "printer", "PRINTER", printer, Optional.empty(), List.of(warnings), House.CLOCK.instant());
        Usage usage = new Usage(TODAY, 20, "subsidy", 9, 7, Map.of("SIGNING", 2), Map.of(), 12, 1);
        TerminalHeartbeat said = new TerminalHeartbeat(
                "0.1.0", 3, House.CLOCK.instant(), 60, service, 2, 0, false, 1L << 30, List.of(device), List.of(usage));
        return Json.read(terminal.put("/api/v1/heartbeat", said).body(), HeartbeatAnswer.class).orElseThrow().directives();
    }

    private String row(String terminal) {
        return page.is("document.getElementById('point-" + terminal + "').innerText").asString();
    }

    @Test
    void anOperatorClosesATerminalAndSeesThatItHasObeyed() throws IOException {
        TerminalAtTest well = House.introduced("C100");
        TerminalAtTest low = House.introduced("C101");
        House.introduced("C102");
        beat(well, Service.OPEN, DeviceWord.READY);
        beat(low, Service.OPEN, DeviceWord.READY, "PAPER-LOW");
        StaffAtTest operator = StaffAtTest.signedIn(Role.OPERATOR);
        page.wide(1440, 900);
        page.cookie(StaffAtTest.COOKIE, operator.token(), House.centre().address() + "staff");
        page.open(House.centre().address() + "staff/command");
        page.headed("指挥中心");
        page.until("document.getElementById('point-C102')");
        assertTrue(row("C100").contains("正常"), row("C100"));
        assertTrue(row("C101").contains("纸不多了"), row("C101"));
        assertTrue(row("C102").contains("不知道") && row("C102").contains("从未回报"), row("C102"));
        page.is("document.querySelector('input[value=C101]').click()");
        page.type("#field-chinese", "本机加纸，请用旁边的机器。");
        page.type("#field-english", "Paper is being refilled; please use the next terminal.");
        page.press("发出");
        page.until("document.querySelector('.said')?.textContent.endsWith('停止服务')");
        page.until("document.body.innerText.includes('C101 还没有回答')");
        Directive told = beat(low, Service.OPEN, DeviceWord.READY, "PAPER-LOW").getFirst();
        assertEquals(Directive.Kind.OUT_OF_SERVICE, told.kind());
        assertEquals("本机加纸，请用旁边的机器。", told.text().orElseThrow().get("zh-CN"));
        low.put(
                "/api/v1/directives/" + told.id() + "/answer",
                new DirectiveAnswer(Standing.DONE, Optional.empty(), House.CLOCK.instant()));
        assertEquals(List.of(), beat(low, Service.OUT_OF_SERVICE, DeviceWord.READY));
        // The page looks by itself every thirty seconds; the test does not wait for that.
        page.is("window.dispatchEvent(new Event('focus'))");
        page.until("document.body.innerText.includes('C101 已办好')");
        page.until("document.getElementById('point-C101').innerText.includes('已停止服务')");
        Axe.scan(page);
        Files.createDirectories(Path.of("target", "pictures"));
        Files.write(Path.of("target", "pictures", "staff-command.png"), page.picture());
    }
}
