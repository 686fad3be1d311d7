package banyan.driver.ipp;

import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.Snmp;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** Questions and answers by SNMP version 1 or 2c over UDP: the only place that knows the library and the transport. */
final class SnmpLine implements AutoCloseable {
    private static final Fault SILENT = new Fault(Kind.TIMEOUT, Remedy.CALL_STAFF, SecondWitness.SILENT);

    /** Of all tables together no more rows are read than this deep: a printer that goes on for ever is not believed to the end. */
    private static final int MOST_ROWS = 12;

    private static final int MOST_BITS = 16;

    private final SnmpAddress where;
    private @Nullable Snmp snmp;
    private @Nullable UdpAddress found;
    /** The printer among the devices of its host. */
    private int device = 1;

    SnmpLine(SnmpAddress where) {
        this.where = where;
    }

    /** All columns, each row under the rest of its index; none where it answers and has no printer. */
    Outcome<Map<PrinterMib, Map<String, Long>>> read(Turn turn, Duration atMost) {
        Deadline limit = Deadline.in(atMost);
        int asked = device;
        Outcome<Map<PrinterMib, Map<String, Long>>> read = walk(turn, limit);
        // The first answer says which device the printer is; only then the rest can be asked of it.
        return asked == device ? read : walk(turn, limit);
    }

    private Outcome<Map<PrinterMib, Map<String, Long>>> walk(Turn turn, Deadline limit) {
        var rows = new EnumMap<PrinterMib, Map<String, Long>>(PrinterMib.class);
        var next = new EnumMap<PrinterMib, OID>(PrinterMib.class);
        for (PrinterMib column : PrinterMib.values()) {
            OID start = new OID(column.oid());
            next.put(column, column == PrinterMib.PRINTER_STATUS ? start : start.append(column.oneRow() ? device - 1 : device));
        }
        for (int round = 0; round < MOST_ROWS && !next.isEmpty(); round++) {
            List<PrinterMib> columns = List.copyOf(next.keySet());
            switch (ask(turn, List.copyOf(next.values()), limit)) {
                case Outcome.Failed<PDU>(var fault) -> {
                    return Outcome.failed(fault);
                }
                case Outcome.Done<PDU>(var answer) -> {
                    int refused = answer.getErrorIndex();
                    if (answer.getErrorStatus() == PDU.noSuchName && refused > 0 && refused <= columns.size()) {
                        // Version 1 has no other way to say that a table is at its end.
                        next.remove(columns.get(refused - 1));
                    } else if (answer.getErrorStatus() != PDU.noError || answer.size() != columns.size()) {
                        return Outcome.failed(SILENT);
                    } else {
                        for (int at = 0; at < columns.size(); at++) {
                            take(columns.get(at), answer.get(at), rows, next);
                        }
                    }
                }
            }
        }
        return Outcome.done(rows);
    }

    private void take(
            PrinterMib column, VariableBinding said, Map<PrinterMib, Map<String, Long>> rows, Map<PrinterMib, OID> next) {
        OID asked = next.remove(column);
        OID start = new OID(column.oid());
        OID oid = said.getOid();
        if (asked == null || said.isException() || !oid.startsWith(start) || oid.size() <= start.size() || oid.compareTo(asked) <= 0) {
            return;
        }
        int of = oid.get(start.size());
        if (column == PrinterMib.PRINTER_STATUS) {
            device = Math.max(1, of);
        } else if (of != device) {
            return;
        }
        OID row = new OID(oid.getValue(), start.size() + 1, oid.size() - start.size() - 1);
        number(said.getVariable()).ifPresent(number ->
                rows.computeIfAbsent(column, _ -> new TreeMap<>()).put(row.toString(), number));
        if (!column.oneRow()) {
            next.put(column, oid);
        }
    }

    private static Optional<Long> number(Variable value) {
        if (value instanceof OctetString bits) {
            long set = 0;
            for (int bit = 0; bit < Math.min(MOST_BITS, bits.length() * Byte.SIZE); bit++) {
                boolean on = (bits.get(bit / Byte.SIZE) & 0x80 >> bit % Byte.SIZE) != 0;
                set |= on ? 1L << bit : 0;
            }
            return Optional.of(set);
        }
        try {
            return Optional.of(value.toLong());
        } catch (UnsupportedOperationException _) {
            return Optional.empty();
        }
    }

    private Outcome<PDU> ask(Turn turn, List<OID> after, Deadline limit) {
        return address(turn, limit).then(address -> {
            PDU question = where.first() ? new PDUv1() : new PDU();
            question.setType(PDU.GETNEXT);
            after.forEach(oid -> question.add(new VariableBinding(oid)));
            var target = new CommunityTarget<>(address, new OctetString(where.community()));
            target.setVersion(where.first() ? SnmpConstants.version1 : SnmpConstants.version2c);
            target.setRetries(0);
            target.setTimeout(Math.max(1, limit.left().toMillis()));
            return send(turn, question, target, limit);
        });
    }

    private Outcome<PDU> send(Turn turn, PDU question, CommunityTarget<UdpAddress> target, Deadline limit) {
        var answered = new CompletableFuture<Outcome<PDU>>();
        try {
            Snmp line = open();
            ResponseListener listener = new ResponseListener() {
                @Override
                public <A extends Address> void onResponse(ResponseEvent<A> event) {
                    // Else the library keeps the question for ever.
                    line.cancel(event.getRequest(), this);
                    PDU answer = event.getResponse();
                    boolean _ = answered.complete(answer == null ? Outcome.failed(SILENT) : Outcome.done(answer));
                }
            };
            line.send(question, target, null, listener);
            Outcome<PDU> outcome = turn.await(answered, limit.left(), SILENT);
            if (outcome instanceof Outcome.Failed<PDU>) {
                line.cancel(question, listener);
            }
            return outcome;
        } catch (IOException _) {
            // No way to the printer's network, or no socket: it says nothing either way.
            return Outcome.failed(SILENT);
        }
    }

    private Snmp open() throws IOException {
        if (snmp == null) {
            var transport = new DefaultUdpTransportMapping();
            // Without a limit its thread sleeps until there is something, and closing the socket ends it at once.
            transport.setSocketTimeout(0);
            var dispatcher = new MessageDispatcherImpl();
            dispatcher.addMessageProcessingModel(new MPv1());
            dispatcher.addMessageProcessingModel(new MPv2c());
            snmp = new Snmp(dispatcher, transport);
            snmp.listen();
        }
        return snmp;
    }

    /** A name is looked up elsewhere: a name server that does not answer must not hold up the printer. */
    private Outcome<UdpAddress> address(Turn turn, Deadline limit) {
        UdpAddress known = found;
        if (known != null) {
            return Outcome.done(known);
        }
        var looking = CompletableFuture.supplyAsync(this::lookUp, task -> Thread.ofVirtual().start(task));
        return turn.await(looking, limit.left(), SILENT).map(address -> {
            found = address;
            return address;
        });
    }

    private Outcome<UdpAddress> lookUp() {
        try {
            return Outcome.done(new UdpAddress(InetAddress.getByName(where.host()), where.port()));
        } catch (UnknownHostException _) {
            return Outcome.failed(SILENT);
        }
    }

    @Override
    public void close() {
        Snmp open = snmp;
        snmp = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // It is gone either way.
            }
        }
    }
}
