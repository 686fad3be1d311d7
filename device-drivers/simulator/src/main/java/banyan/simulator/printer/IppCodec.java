package banyan.simulator.printer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IPP messages to bytes and back (RFC 8010), written from the standard and from nothing that the drivers use. */
final class IppCodec {
    private static final int DEEPEST_COLLECTION = 8;

    private IppCodec() {}

    /** A message and the document behind it. */
    static final class Received {
        final IppMessage message;
        final byte[] document;

        Received(IppMessage message, byte[] document) {
            this.message = message;
            this.document = document;
        }
    }

    /** Empty if the bytes are no IPP message. */
    static Optional<Received> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int major = in.readUnsignedByte();
            int minor = in.readUnsignedByte();
            int code = in.readUnsignedShort();
            int requestId = in.readInt();
            List<IppGroup> groups = new Reader(in).groups();
            return Optional.of(new Received(new IppMessage(major, minor, code, requestId, groups), in.readAllBytes()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    static byte[] write(IppMessage message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(message.major());
            out.writeByte(message.minor());
            out.writeShort(message.code());
            out.writeInt(message.requestId());
            for (IppGroup group : message.groups()) {
                out.writeByte(group.tag());
                for (IppAttribute attribute : group.attributes()) {
                    write(out, attribute);
                }
            }
            out.writeByte(IppGroup.END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, IppAttribute attribute) throws IOException {
        String name = attribute.name();
        for (IppValue value : attribute.values()) {
            head(out, value.tag(), name);
            // Further values of the same attribute come with an empty name.
            name = "";
            write(out, value);
        }
    }

    private static void head(DataOutputStream out, int tag, String name) throws IOException {
        out.writeByte(tag);
        counted(out, name, StandardCharsets.US_ASCII);
    }

    private static void counted(DataOutputStream out, String text, Charset charset) throws IOException {
        byte[] bytes = text.getBytes(charset);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, IppValue value) throws IOException {
        switch (value) {
            case IppValue.Whole(int _, int number) -> {
                out.writeShort(4);
                out.writeInt(number);
            }
            case IppValue.Flag(boolean set) -> {
                out.writeShort(1);
                out.writeBoolean(set);
            }
            case IppValue.Word(int _, String text) -> counted(out, text, StandardCharsets.UTF_8);
            case IppValue.Range(int low, int high) -> {
                out.writeShort(8);
                out.writeInt(low);
                out.writeInt(high);
            }
            case IppValue.Resolution(int across, int along) -> {
                out.writeShort(9);
                out.writeInt(across);
                out.writeInt(along);
                out.writeByte(3);
            }
            case IppValue.Other(int _, String bytes) -> counted(out, bytes, StandardCharsets.ISO_8859_1);
            case IppValue.Collection(List<IppAttribute> members) -> {
                out.writeShort(0);
                for (IppAttribute member : members) {
                    head(out, IppValue.MEMBER_NAME, "");
                    counted(out, member.name(), StandardCharsets.US_ASCII);
                    for (IppValue inner : member.values()) {
                        head(out, inner.tag(), "");
                        write(out, inner);
                    }
                }
                head(out, IppValue.END_COLLECTION, "");
                out.writeShort(0);
            }
        }
    }

    /** Reads attribute groups; whatever is not as the standard says ends it with an {@code IOException}. */
    private static final class Reader {
        private final DataInputStream in;

        Reader(DataInputStream in) {
            this.in = in;
        }

        List<IppGroup> groups() throws IOException {
            List<IppGroup> groups = new ArrayList<>();
            List<IppAttribute> attributes = new ArrayList<>();
            int group = 0;
            while (true) {
                int tag = in.readUnsignedByte();
                if (tag > 0x0F) {
                    if (group == 0) {
                        throw new IOException("an attribute outside any group");
                    }
                    attribute(tag, attributes);
                    continue;
                }
                if (group != 0) {
                    groups.add(new IppGroup(group, attributes));
                    attributes.clear();
                }
                if (tag == IppGroup.END) {
                    return groups;
                }
                group = tag;
            }
        }

        private void attribute(int tag, List<IppAttribute> attributes) throws IOException {
            String name = text(StandardCharsets.US_ASCII);
            IppValue value = value(tag, 0);
            if (!name.isEmpty()) {
                attributes.add(new IppAttribute(name, List.of(value)));
                return;
            }
            if (attributes.isEmpty()) {
                throw new IOException("a further value without a first");
            }
            attributes.add(with(attributes.removeLast(), value));
        }

        private static IppAttribute with(IppAttribute attribute, IppValue further) {
            List<IppValue> values = new ArrayList<>(attribute.values());
            values.add(further);
            return new IppAttribute(attribute.name(), values);
        }

        private IppValue value(int tag, int depth) throws IOException {
            return switch (tag) {
                case IppValue.INTEGER, IppValue.ENUM -> {
                    length(4);
                    yield new IppValue.Whole(tag, in.readInt());
                }
                case IppValue.BOOLEAN -> {
                    length(1);
                    yield new IppValue.Flag(in.readBoolean());
                }
                case IppValue.RANGE -> {
                    length(8);
                    yield new IppValue.Range(in.readInt(), in.readInt());
                }
                case IppValue.RESOLUTION -> {
                    length(9);
                    IppValue resolution = new IppValue.Resolution(in.readInt(), in.readInt());
                    in.skipNBytes(1);
                    yield resolution;
                }
                case IppValue.COLLECTION -> {
                    text(StandardCharsets.ISO_8859_1);
                    yield collection(depth + 1);
                }
                default ->
                    tag >= IppValue.TEXT && tag < IppValue.MEMBER_NAME
                            ? new IppValue.Word(tag, text(StandardCharsets.UTF_8))
                            : new IppValue.Other(tag, text(StandardCharsets.ISO_8859_1));
            };
        }

        private IppValue collection(int depth) throws IOException {
            if (depth > DEEPEST_COLLECTION) {
                throw new IOException("collections nested too deeply");
            }
            List<IppAttribute> members = new ArrayList<>();
            Optional<String> named = Optional.empty();
            while (true) {
                int tag = in.readUnsignedByte();
                if (!text(StandardCharsets.US_ASCII).isEmpty()) {
                    throw new IOException("a named attribute inside a collection");
                }
                if (tag == IppValue.END_COLLECTION) {
                    text(StandardCharsets.ISO_8859_1);
                    return new IppValue.Collection(members);
                }
                if (tag == IppValue.MEMBER_NAME) {
                    named = Optional.of(text(StandardCharsets.US_ASCII));
                    continue;
                }
                IppValue value = value(tag, depth);
                if (named.isPresent()) {
                    members.add(new IppAttribute(named.get(), List.of(value)));
                    named = Optional.empty();
                } else if (members.isEmpty()) {
                    throw new IOException("a member without a name");
                } else {
                    members.add(with(members.removeLast(), value));
                }
            }
        }

        private String text(Charset charset) throws IOException {
            byte[] bytes = new byte[in.readUnsignedShort()];
            in.readFully(bytes);
            return new String(bytes, charset);
        }

        private void length(int expected) throws IOException {
            if (in.readUnsignedShort() != expected) {
                throw new IOException("a value of the wrong length");
            }
        }
    }
}
