package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Directive;
import banyan.acceptance.DirectiveAnswer;
import banyan.acceptance.DirectiveAnswer.Standing;
import banyan.acceptance.HeartbeatAnswer;
import banyan.acceptance.LogLines;
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
        Usage usage = new Usage(TODAY, 20, "subsidy", 9, 7, Map.of("SIGNING", 2), Map.of(), 12, 1, Optional.empty());
        TerminalHeartbeat said = new TerminalHeartbeat(
                "0.1.0", 3, House.CLOCK.instant(), 60, service, Optional.empty(), 2, 0, false, 1L << 30, List.of(device), Optional.empty(), List.of(usage));
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
        page.until("document.querySelector('#district-gulou')");
        assertTrue(page.is("document.querySelector('#district-gulou').getAttribute('aria-label')").asString().contains("鼓楼"));
        page.until("[...document.querySelectorAll('canvas.chart')].some(chart => !chart.hidden)");
        assertTrue(page.is("document.querySelector('canvas.chart').getAttribute('aria-label')").asString().contains("20: "));
        Files.createDirectories(Path.of("target", "pictures"));
        Axe.scan(page);
        Files.write(Path.of("target", "pictures", "staff-command-map.png"), page.picture());
        page.press("列表");
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
        Files.write(Path.of("target", "pictures", "staff-command.png"), page.picture());
    }

    @Test
    void anAlarmComesByItselfIsTakenAndClosedAndTheLogIsRead() throws IOException {
        TerminalAtTest terminal = House.introduced("C110");
        beat(terminal, Service.OPEN, DeviceWord.READY);
        StaffAtTest operator = StaffAtTest.signedIn(Role.OPERATOR);
        page.wide(1440, 900);
        page.prefers("prefers-contrast", "more");
        page.cookie(StaffAtTest.COOKIE, operator.token(), House.centre().address() + "staff");
        page.open(House.centre().address() + "staff/command");
        page.headed("指挥中心");
        page.until("document.body.innerText.includes('实时')");
        beat(terminal, Service.OPEN, DeviceWord.ABSENT);
        House.centre().alarms().once();
        // Nobody asks: the centre says so.
        page.until("[...document.querySelectorAll('.alarms summary')].some(one => one.innerText.includes('C110'))");
        String alarm = "[...document.querySelectorAll('.alarms details')].find(one => one.innerText.includes('C110'))";
        page.is(alarm + ".querySelector('summary').click()");
        page.is(alarm + ".querySelector('button').click()");
        page.until(alarm + ".innerText.includes('接单 " + operator.number() + "')");
        page.until(alarm + ".querySelector('select') && " + alarm + ".innerText.includes('现象消失以后才能关闭')");
        beat(terminal, Service.OPEN, DeviceWord.READY);
        House.centre().alarms().once();
        page.until(alarm + "?.innerText.includes('现象已消失')");
        Axe.scan(page);
        Files.createDirectories(Path.of("target", "pictures"));
        Files.write(Path.of("target", "pictures", "staff-command-alarm.png"), page.picture());
        page.is("[..." + alarm + ".querySelectorAll('button')].at(-1).click()");
        page.until("![...document.querySelectorAll('.alarms summary')].some(one => one.innerText.includes('C110'))");
        assertTrue(operator.deeds().contains("ALARM-CLOSE C110 DEVICE_DOWN"), operator.deeds());
        page.is("localStorage.setItem('language', 'en'); location.reload()");
        page.headed("Command centre");
        page.until("document.body.innerText.includes('Efficiency')");
        page.press("List");
        page.until("document.querySelector('input[value=C110]')");
        page.is("document.querySelector('input[value=C110]').click()");
        page.is("document.querySelector('#field-kind').value = 'SEND_LOG'; document.querySelector('#field-kind').dispatchEvent(new Event('change'))");
        page.press("Give it");
        page.until("document.body.innerText.includes('C110 No answer yet')");
        Directive told = beat(terminal, Service.OPEN, DeviceWord.READY).getFirst();
        assertEquals(Directive.Kind.SEND_LOG, told.kind());
        LogLines lines = new LogLines(List.of(new LogLines.Line(House.CLOCK.instant(), "VISIT_MOVED", Map.of("place", "HOME"))));
        assertEquals(204, terminal.put("/api/v1/directives/" + told.id() + "/log", lines).status());
        terminal.put(
                "/api/v1/directives/" + told.id() + "/answer",
                new DirectiveAnswer(Standing.DONE, Optional.empty(), House.CLOCK.instant()));
        page.until("document.body.innerText.includes('C110 Done')");
        page.press("See the log");
        page.until("document.body.innerText.includes('VISIT_MOVED')");
        Axe.scan(page);
        Files.write(Path.of("target", "pictures", "staff-command-english.png"), page.picture());
    }
}
