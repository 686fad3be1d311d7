package banyan.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.simulator.printer.PrinterMib.Contradiction;
import banyan.simulator.snmp.Oid;
import banyan.simulator.snmp.Variable;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the printer is seen over SNMP as it is over IPP, unless it contradicts itself. */
class PrinterMibTest {
    @TempDir
    Path folder;

    private Press press;
    private PrinterMib mib;

    @BeforeEach
    void open() {
        press = new Press(folder, 0.1);
        mib = new PrinterMib(press);
    }

    @AfterEach
    void close() {
        press.close();
    }

    /** Status of the device, of the printer, its error bits, its cover, its tray and its first alert. */
    private String said() {
        return "%s %s %s %s %s %s".formatted(
                say("1.3.6.1.2.1.25.3.2.1.5.1"),
                say("1.3.6.1.2.1.25.3.5.1.1.1"),
                say("1.3.6.1.2.1.25.3.5.1.2.1"),
                say("1.3.6.1.2.1.43.6.1.1.3.1.1"),
                say("1.3.6.1.2.1.43.8.2.1.10.1.1"),
                say("1.3.6.1.2.1.43.18.1.1.7.1.1"));
    }

    private String say(String oid) {
        return Optional.ofNullable(mib.objects().get(Oid.of(oid)))
                .map(variable -> switch (variable) {
                    case Variable.Whole(var number) -> Integer.toString(number);
                    case Variable.Counter(var number) -> Long.toString(number);
                    case Variable.Octets octets -> octets.toString();
                })
                .orElse("-");
    }

    @Test
    void itIsSeenAsItIs() {
        assertEquals("2 3 0000 4 250 -", said());
        press.tend(supplies -> supplies.coverOpen = true);
        assertEquals("5 1 0800 3 250 3", said());
        press.tend(Supplies::renew);
        press.tend(supplies -> supplies.jam(Optional.empty(), false));
        assertEquals("5 1 0400 4 250 8", said());
        press.tend(Supplies::renew);
        press.tend(supplies -> supplies.fill(Supplies.MAIN, 0));
        assertEquals("5 1 4004 4 0 808", said());
        press.tend(Supplies::renew);
        press.tend(supplies -> supplies.fill(Supplies.BOTTOM, 0));
        assertEquals("3 3 0004 4 250 -", said());
    }

    @Test
    void whoContradictsSaysTheOpposite() {
        mib.contradict(Contradiction.READINESS);
        assertEquals("5 1 0400 4 250 8", said());
        press.tend(supplies -> supplies.fill(Supplies.MAIN, 0));
        assertEquals("2 3 0000 4 250 -", said());
        mib.contradict(Contradiction.NOTHING);
        assertEquals("5 1 4004 4 0 808", said());
    }
}
