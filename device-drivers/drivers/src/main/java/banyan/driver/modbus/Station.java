package banyan.driver.modbus;

import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.driver.modbus.Frames.Expected;
import banyan.wire.SerialLine;
import com.ghgande.j2mod.modbus.Modbus;
import com.ghgande.j2mod.modbus.io.BytesInputStream;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadCoilsRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesResponse;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.msg.WriteCoilResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntPredicate;

/** One board on a bus, and the three questions it is asked. Each is asked once: only who asks knows whether it may be repeated. */
final class Station implements AutoCloseable {
    private final Link link;
    private final int unit;
    private final Link.Faults faults;

    private Station(Link link, int unit, Link.Faults faults) {
        this.link = link;
        this.unit = unit;
        this.faults = faults;
    }

    /** Opens the way to a board; does not ask it anything. */
    static Outcome<Station> open(Address address, String device) {
        Link.Faults faults = Link.Faults.of(device);
        Outcome<Link> opened = switch (address) {
            case Address.Serial(String port, int baud, int _) ->
                SerialLine.open(port, baud, device).map(line -> new RtuLink(line, baud, faults));
            case Address.Network(String host, int port, int _) -> TcpLink.open(host, port, faults);
        };
        return opened.map(link -> new Station(link, address.unit(), faults));
    }

    /** The bits of discrete inputs (function 2). */
    Outcome<boolean[]> inputs(Turn turn, int from, int count) {
        return ask(turn, new ReadInputDiscretesRequest(from, count), bytes(count)).then(answer -> {
            ReadInputDiscretesResponse read = new ReadInputDiscretesResponse();
            return understood(read, answer).map(_ -> bits(count, read::getDiscreteStatus));
        });
    }

    /** The bits of coils (function 1). */
    Outcome<boolean[]> coils(Turn turn, int from, int count) {
        return ask(turn, new ReadCoilsRequest(from, count), bytes(count)).then(answer -> {
            ReadCoilsResponse read = new ReadCoilsResponse();
            return understood(read, answer).map(_ -> bits(count, read::getCoilStatus));
        });
    }

    /** Switches a coil (function 5). After any fault but a refusal nobody knows how it stands. */
    Outcome<Boolean> set(Turn turn, int coil, boolean on) {
        return ask(turn, new WriteCoilRequest(coil, on), 0).then(answer -> {
            WriteCoilResponse written = new WriteCoilResponse();
            return understood(written, answer)
                    .then(_ -> (written.getReference() & 0xFFFF) == coil && written.getCoil() == on
                            ? Outcome.done(on)
                            : Outcome.failed(faults.garbled()));
        });
    }

    private Outcome<byte[]> ask(Turn turn, ModbusRequest request, int bytes) {
        request.setUnitID(unit);
        Expected expected = new Expected(unit, request.getFunctionCode(), bytes);
        return link.exchange(turn, request, expected)
                .then(answer -> (answer[1] & Modbus.EXCEPTION_OFFSET) != 0
                        ? Outcome.failed(refusal(answer[2] & 0xFF))
                        : Outcome.done(answer));
    }

    private Fault refusal(int exception) {
        // The board is there and does not get to it now.
        return exception == Modbus.SLAVE_BUSY_EXCEPTION ? faults.silent() : faults.refused();
    }

    private Outcome<Boolean> understood(ModbusResponse response, byte[] answer) {
        response.setHeadless();
        try {
            response.readFrom(new BytesInputStream(answer));
            return Outcome.done(true);
        } catch (IOException _) {
            return Outcome.failed(faults.garbled());
        }
    }

    private static int bytes(int bits) {
        return (bits + 7) / 8;
    }

    private static boolean[] bits(int count, IntPredicate bit) {
        boolean[] bits = new boolean[count];
        for (int i = 0; i < count; i++) {
            bits[i] = bit.test(i);
        }
        return bits;
    }

    /** Whether the board went away, as far as can be seen without asking it. */
    Optional<Fault> lost() {
        return link.lost();
    }

    @Override
    public void close() {
        link.close();
    }
}
