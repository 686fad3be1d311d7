package banyan.driver.ipp;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.wire.HttpLine;
import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** IPP requests and answers over HTTP: the only place that knows the library and the transport. */
final class Ipp implements AutoCloseable {
    /** Whoever asks is the terminal, never a person. */
    private static final String WHO = "banyan";

    /** The answer is none to what was asked. */
    static final Fault GARBLED = new Fault(Kind.PROTOCOL, Remedy.RESET, "PRINTER-GARBLED");
    private static final int DEFAULT_PORT = 631;
    private static final int MAX_ANSWER = 256 * 1024;
    private static final int LAST_SUCCESS = 0x00FF;
    private static final int FIRST_SERVER_ERROR = 0x0500;
    private static final int NOT_ACCEPTING = 0x0506;
    private static final int BUSY = 0x0507;

    private final HttpLine http = new HttpLine("PRINTER");
    private final URI printer;
    private final URI address;
    private int lastRequest;

    Ipp(URI printer) {
        this.printer = printer;
        int port = printer.getPort() < 0 ? DEFAULT_PORT : printer.getPort();
        this.address = URI.create("http://" + printer.getHost() + ":" + port + printer.getRawPath());
    }

    /** The fault of a printer that nothing could be sent to. */
    Fault refused() {
        return http.refused();
    }

    /** Starts a request with what every request must have, in the order it must have it (RFC 8011, 4.1.4 and 4.1.5). */
    IppPacket.Builder request(Operation operation, Attribute<?>... attributes) {
        IppPacket.Builder builder = new IppPacket.Builder(operation);
        builder.setVersionNumber(0x0200).setRequestId(++lastRequest);
        var group = builder.getOperationAttributes();
        group.put(
                Types.attributesCharset.of("utf-8"),
                Types.attributesNaturalLanguage.of("en"),
                Types.printerUri.of(printer));
        for (Attribute<?> attribute : attributes) {
            group.put(attribute);
        }
        if (group.get(Types.requestingUserName) == null) {
            group.put(Types.requestingUserName.of(WHO));
        }
        return builder;
    }

    /** Asks the printer for these attributes of itself. */
    Outcome<IppPacket> attributes(Turn turn, List<AttributeType<?>> wanted, Duration atMost) {
        var names = wanted.stream().map(AttributeType::getName).toList();
        return ask(turn, request(Operation.getPrinterAttributes, Types.requestedAttributes.of(names)), atMost)
                .then(Ipp::succeeded);
    }

    /** Asks, and takes the answer whatever its status. */
    Outcome<IppPacket> ask(Turn turn, IppPacket.Builder request, Duration atMost) {
        IppPacket packet = request.build();
        return post(turn, packet, BodyPublishers.ofByteArray(bytes(packet)), atMost);
    }

    /** Asks with a document behind the request. The document is read from where it is, not copied. */
    Outcome<IppPacket> send(Turn turn, IppPacket.Builder request, byte[] document, Duration atMost) {
        IppPacket packet = request.build();
        BodyPublisher body =
                BodyPublishers.concat(BodyPublishers.ofByteArray(bytes(packet)), BodyPublishers.ofByteArray(document));
        return post(turn, packet, body, atMost);
    }

    private Outcome<IppPacket> post(Turn turn, IppPacket packet, BodyPublisher body, Duration atMost) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/ipp")
                .POST(body)
                .build();
        return http.ask(turn, request, MAX_ANSWER, atMost).then(answer -> {
            if (answer.status() != 200) {
                return Outcome.failed(
                        new Fault(Kind.PROTOCOL, Remedy.RESET, "PRINTER-HTTP-%03d".formatted(answer.status() % 1000)));
            }
            return read(answer.body(), packet.getRequestId()).map(read -> {
                turn.heard();
                return read;
            });
        });
    }

    /** Reads an answer to that request. Whatever the bytes are, it ends in an outcome. */
    static Outcome<IppPacket> read(byte[] bytes, int requestId) {
        try {
            IppPacket packet = IppPacket.read(new ByteArrayInputStream(bytes));
            return packet.getRequestId() == requestId ? Outcome.done(packet) : Outcome.failed(GARBLED);
        } catch (IOException | RuntimeException | StackOverflowError _) {
            // The library throws several kinds for bytes that are not IPP, and nested collections take its stack.
            return Outcome.failed(GARBLED);
        }
    }

    private static byte[] bytes(IppPacket packet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            packet.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The answer where its status is a success, else the fault that its status means. */
    static Outcome<IppPacket> succeeded(IppPacket answer) {
        int status = status(answer);
        return status <= LAST_SUCCESS ? Outcome.done(answer) : Outcome.failed(fault(status));
    }

    static boolean is(IppPacket answer, Status status) {
        return status(answer) == status.getCode();
    }

    private static int status(IppPacket answer) {
        return answer.getCode() & 0xFFFF;
    }

    private static Fault fault(int status) {
        if (status == BUSY || status == NOT_ACCEPTING) {
            return new Fault(Kind.BUSY, Remedy.RETRY, "PRINTER-BUSY");
        }
        String code = "PRINTER-STATUS-%04X".formatted(status);
        return status < FIRST_SERVER_ERROR
                ? new Fault(Kind.UNSUPPORTED, Remedy.CALL_STAFF, "PRINT-REFUSED")
                : new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, code);
    }

    /** The values of an attribute as text, empty where the answer has none or has it as something else. */
    static List<String> texts(IppPacket answer, Tag group, AttributeType<?> type) {
        var found = answer.get(group);
        var attribute = found == null ? null : found.get(type.getName());
        return attribute == null ? List.of() : attribute.strings();
    }

    /** The values of an attribute of named parts, with the names in small letters. */
    static List<Map<String, String>> parts(IppPacket answer, Tag group, AttributeType<?> type) {
        var found = answer.get(group);
        var attribute = found == null ? null : found.get(type.getName());
        return attribute == null
                ? List.of()
                : attribute.stream()
                        .filter(KeyValues.class::isInstance)
                        .map(value -> {
                            var parts = new HashMap<String, String>();
                            ((KeyValues) value)
                                    .getPairs()
                                    .forEach((name, text) -> parts.put(name.toLowerCase(Locale.ROOT), text.strip()));
                            return Map.copyOf(parts);
                        })
                        .toList();
    }

    @Override
    public void close() {
        http.close();
    }
}
