package banyan.driver.modbus;

import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.driver.modbus.Frames.Expected;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import java.util.Optional;

/** How questions and answers travel. One at a time, each tried once: whether it may be repeated knows only who asks. */
sealed interface Link extends AutoCloseable permits RtuLink, TcpLink {
    /** Sends a question: unit, function and data of its answer, which may be a refusal. */
    Outcome<byte[]> exchange(Turn turn, ModbusRequest request, Expected expected);

    /** Whether the board behind the link went away, as far as can be seen without asking it. */
    Optional<Fault> lost();

    @Override
    void close();

    /** What can become of a question. */
    record Faults(Fault silent, Fault garbled, Fault refused, Fault unplugged) {
        static Faults of(String device) {
            return new Faults(
                    new Fault(Fault.Kind.TIMEOUT, Fault.Remedy.RESET, device + "-SILENT"),
                    new Fault(Fault.Kind.PROTOCOL, Fault.Remedy.RESET, device + "-GARBLED"),
                    // The board knows no such coil or input: the site's configuration is not that of this board.
                    new Fault(Fault.Kind.HARDWARE, Fault.Remedy.OUT_OF_SERVICE, device + "-ADDRESS-REFUSED"),
                    new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, device + "-UNPLUGGED"));
        }
    }
}
