package banyan.wire.usb;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A device that is shared by USB/IP 1.1.1, at an address such as {@code usbip://192.168.1.40:3240/1-1}. */
public final class UsbIpLine implements UsbLine {
    private static final int VERSION = 0x0111;
    private static final int IMPORT = 0x8003;
    private static final int IMPORTED = 0x0003;
    private static final int SUBMIT = 1;
    private static final int UNLINK = 2;
    private static final int SUBMITTED = 3;
    private static final int UNLINKED = 4;
    private static final int HEADER = 48;
    private static final int BUS_ID = 32;
    private static final int DESCRIPTION = 312;
    private static final int PORT = 3240;
    private static final int CONNECTING_MILLIS = 600;

    private static final int TIMES = 6;
    private static final Duration AGAIN = Duration.ofMillis(50);

    /** No device that a driver here speaks to sends more at once. */
    private static final int MOST = 64 * 1024;

    /** So many unanswered transfers, given up or not, and the far end is taken for gone. */
    private static final int MOST_UNDER_WAY = 64;

    private final Socket socket;
    private final DataInputStream in;
    private final int deviceId;
    private final int vendor;
    private final int product;
    private final Fault unplugged;
    private final Fault silent;
    private final Fault garbled;
    private final Map<Integer, Transfer> underWay = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> givenUp = new ConcurrentHashMap<>();
    private final Thread reader;
    private int sequence;
    private volatile boolean gone;

    /** A transfer that was asked for and not answered. */
    private record Transfer(int most, boolean in, CompletableFuture<Outcome<byte[]>> outcome) {}

    /** The eight bytes with which a control transfer begins. */
    public record Setup(int type, int request, int value, int index) {
        private static final int FROM_DEVICE = 0x80;

        boolean in() {
            return (type & FROM_DEVICE) != 0;
        }
    }

    private UsbIpLine(Socket socket, DataInputStream in, ByteBuffer description, String device) {
        this.socket = socket;
        this.in = in;
        int numbers = 256 + BUS_ID;
        this.deviceId = description.getInt(numbers) << 16 | description.getInt(numbers + 4);
        this.vendor = description.getShort(numbers + 12) & 0xFFFF;
        this.product = description.getShort(numbers + 14) & 0xFFFF;
        this.unplugged = unplugged(device);
        this.silent = new Fault(Kind.TIMEOUT, Remedy.RESET, device + "-SILENT");
        this.garbled = new Fault(Kind.PROTOCOL, Remedy.RESET, device + "-GARBLED");
        this.reader = Thread.ofPlatform().name("usbip-" + device).daemon(true).start(this::readAll);
    }

    private static Fault unplugged(String device) {
        return new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, device + "-UNPLUGGED");
    }

    /** Whether a text is such an address. */
    public static boolean isAddress(String text) {
        return text.matches("usbip://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/[0-9]{1,4}-[0-9]{1,4}(\\.[0-9]{1,4}){0,4}");
    }

    /**
     * Takes the device for this line alone. One that was just let go of is not free at once: then it is asked for again, a few times.
     *
     * @param device the word that the fault codes begin with, such as {@code PAD}
     */
    public static Outcome<UsbIpLine> open(Turn turn, URI address, String device) {
        for (int times = 0; times < TIMES; times++) {
            Optional<UsbIpLine> taken;
            try {
                taken = take(address, device);
            } catch (IOException _) {
                return Outcome.failed(unplugged(device));
            }
            if (taken.isPresent()) {
                return Outcome.done(taken.get());
            }
            turn.pause(AGAIN);
        }
        return Outcome.failed(turn.over().orElse(unplugged(device)));
    }

    /** Empty where the other machine has no such device, or somebody else has it. */
    private static Optional<UsbIpLine> take(URI address, String device) throws IOException {
        Socket socket = new Socket();
        boolean kept = false;
        try {
            int port = address.getPort() < 0 ? PORT : address.getPort();
            socket.connect(new InetSocketAddress(address.getHost(), port), CONNECTING_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(CONNECTING_MILLIS);
            byte[] bus = address.getPath().substring(1).getBytes(StandardCharsets.US_ASCII);
            ByteBuffer request = ByteBuffer.allocate(8 + BUS_ID)
                    .putShort((short) VERSION)
                    .putShort((short) IMPORT)
                    .putInt(0)
                    .put(bus);
            socket.getOutputStream().write(request.array());
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            boolean version = in.readUnsignedShort() == VERSION;
            boolean answer = in.readUnsignedShort() == IMPORTED;
            if (!version || !answer) {
                throw new IOException("not the protocol");
            }
            if (in.readInt() != 0) {
                return Optional.empty();
            }
            byte[] description = new byte[DESCRIPTION];
            in.readFully(description);
            socket.setSoTimeout(0);
            kept = true;
            return Optional.of(new UsbIpLine(socket, in, ByteBuffer.wrap(description), device));
        } finally {
            if (!kept) {
                close(socket);
            }
        }
    }

    /** Its maker's number. */
    public int vendor() {
        return vendor;
    }

    /** Its maker's number for this kind. */
    public int product() {
        return product;
    }

    @Override
    public Optional<Fault> lost() {
        return gone ? Optional.of(unplugged) : Optional.empty();
    }

    /** A control transfer from the device. */
    public Outcome<byte[]> controlIn(Turn turn, Setup setup, int most, Duration atMost) {
        return await(turn, submit(0, setup, new byte[0], most), atMost);
    }

    /** A control transfer to the device. */
    public Outcome<Boolean> controlOut(Turn turn, Setup setup, byte[] bytes, Duration atMost) {
        return await(turn, submit(0, setup, bytes, 0), atMost).map(_ -> true);
    }

    @Override
    public Outcome<Boolean> out(Turn turn, int endpoint, byte[] bytes, Duration atMost) {
        return await(turn, submit(endpoint, NO_SETUP, bytes, 0), atMost).map(_ -> true);
    }

    /** The outcome is completed on the line's own thread. */
    @Override
    public CompletableFuture<Outcome<byte[]>> next(int endpoint, int most) {
        return submit(endpoint, NO_SETUP, new byte[0], most).outcome();
    }

    private static final Setup NO_SETUP = new Setup(0, 0, 0, 0);

    /** What was sent, under its number. */
    private record Sent(int number, int endpoint, CompletableFuture<Outcome<byte[]>> outcome) {}

    private synchronized Sent submit(int endpoint, Setup setup, byte[] bytes, int most) {
        boolean in = endpoint == 0 ? setup.in() : (endpoint & 0x80) != 0;
        int number = ++sequence;
        Transfer transfer = new Transfer(Math.min(most, MOST), in, new CompletableFuture<>());
        underWay.put(number, transfer);
        int length = in ? transfer.most() : bytes.length;
        ByteBuffer command = ByteBuffer.allocate(HEADER + (in ? 0 : bytes.length));
        command.putInt(SUBMIT).putInt(number).putInt(deviceId).putInt(in ? 1 : 0).putInt(endpoint & 0x0F);
        command.putInt(0).putInt(length).putInt(0).putInt(0).putInt(0);
        if (endpoint == 0) {
            command.put((byte) setup.type()).put((byte) setup.request());
            putLittle(command, setup.value());
            putLittle(command, setup.index());
            putLittle(command, length);
        } else {
            command.putLong(0);
        }
        if (!in) {
            command.put(bytes);
        }
        send(command);
        if (gone) {
            end();
        }
        return new Sent(number, endpoint, transfer.outcome());
    }

    /** In the setup bytes, USB's own order. */
    private static void putLittle(ByteBuffer into, int value) {
        into.put((byte) value).put((byte) (value >> 8));
    }

    private void send(ByteBuffer command) {
        try {
            socket.getOutputStream().write(command.array());
        } catch (IOException _) {
            gone = true;
        }
    }

    private Outcome<byte[]> await(Turn turn, Sent sent, Duration atMost) {
        Outcome<byte[]> outcome = turn.await(sent.outcome(), atMost, silent);
        if (underWay.containsKey(sent.number())) {
            unlink(sent);
        }
        return outcome;
    }

    /** Gives a transfer up. Until the far end has agreed, its answer may still be on its way and is read and thrown away. */
    private synchronized void unlink(Sent sent) {
        if (underWay.size() > MOST_UNDER_WAY) {
            gone = true;
            close(socket);
            return;
        }
        ByteBuffer command = ByteBuffer.allocate(HEADER);
        givenUp.put(++sequence, sent.number());
        command.putInt(UNLINK).putInt(sequence).putInt(deviceId);
        command.putInt(0).putInt(sent.endpoint() & 0x0F).putInt(sent.number());
        send(command);
    }

    private void readAll() {
        try {
            while (!gone) {
                int command = in.readInt();
                int number = in.readInt();
                in.skipNBytes(12);
                int status = in.readInt();
                int length = in.readInt();
                in.skipNBytes(HEADER - 28);
                if (command == SUBMITTED) {
                    answered(Optional.ofNullable(underWay.remove(number)), status, length);
                } else if (command == UNLINKED) {
                    Optional.ofNullable(givenUp.remove(number)).ifPresent(underWay::remove);
                } else {
                    throw new IOException("no answer of this protocol");
                }
            }
        } catch (IOException _) {
            // Cut off, or closed by us: there will be no more answers.
        }
        end();
    }

    private void answered(Optional<Transfer> transfer, int status, int length) throws IOException {
        if (transfer.isEmpty()) {
            throw new IOException("an answer to nothing that was asked");
        }
        Transfer asked = transfer.get();
        byte[] bytes = new byte[0];
        if (asked.in() && length != 0) {
            if (length < 0 || length > asked.most()) {
                throw new IOException("more than was asked for");
            }
            bytes = new byte[length];
            in.readFully(bytes);
        }
        boolean _ = asked.outcome().complete(status == 0 ? Outcome.done(bytes) : Outcome.failed(garbled));
    }

    private void end() {
        gone = true;
        underWay.values().forEach(transfer -> transfer.outcome().complete(Outcome.failed(unplugged)));
        underWay.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    @Override
    public void close() {
        gone = true;
        close(socket);
        try {
            boolean _ = reader.join(Duration.ofMillis(300));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
