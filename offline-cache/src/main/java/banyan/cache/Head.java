package banyan.cache;

import banyan.acceptance.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What an entry of the journal says of itself, sealed beside its payload: enough to list, order and name it without opening
 * more.
 *
 * @param what a submission or a supplement; of a note it says nothing
 * @param order greater than that of every earlier entry; time-ordered, therefore only ever sealed
 * @param name the submission's id or the note's name
 * @param number what the citizen may hold
 * @param payload hash of the payload in clear
 * @param papers in the order of the submission
 */
record Head(Sealed.What what, long order, String name, String number, Sha256 payload, List<KeptPaper> papers) {
    private static final int FORM = 1;

    /** Says first what it is. A program of before, which knows submissions alone, leaves it where it lies. */
    private static final int FORM_OF_OTHERS = 2;

    Head {
        papers = List.copyOf(papers);
    }

    /**
     * A paper that the journal has taken over.
     *
     * @param file its name in the folder of papers
     * @param size in clear
     * @param hash of the paper in clear
     * @param key the file's own key: with the head goes the paper
     */
    record KeptPaper(String file, long size, Sha256 hash, byte[] key) {
        @Override
        public String toString() {
            return "KeptPaper[" + size + " bytes]";
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            if (what == Sealed.What.SUBMISSION) {
                data.writeByte(FORM);
            } else {
                data.writeByte(FORM_OF_OTHERS);
                data.writeByte(what.number());
            }
            data.writeLong(order);
            data.writeUTF(name);
            data.writeUTF(number);
            data.write(HexFormat.of().parseHex(payload.hex()));
            data.writeShort(papers.size());
            for (KeptPaper paper : papers) {
                data.writeUTF(paper.file());
                data.writeLong(paper.size());
                data.write(HexFormat.of().parseHex(paper.hash().hex()));
                data.write(paper.key());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Empty where the form is one, or of something, that this program does not know. */
    static Optional<Head> read(byte[] bytes) {
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Optional<Sealed.What> what =
                    switch (data.readByte()) {
                        case FORM -> Optional.of(Sealed.What.SUBMISSION);
                        case FORM_OF_OTHERS -> Sealed.What.of(data.readByte());
                        default -> Optional.empty();
                    };
            if (what.isEmpty()) {
                return Optional.empty();
            }
            long order = data.readLong();
            String name = data.readUTF();
            String number = data.readUTF();
            Sha256 payload = hash(data);
            int count = data.readUnsignedShort();
            List<KeptPaper> papers = new ArrayList<>(count);
            for (int left = count; left > 0; left--) {
                papers.add(new KeptPaper(data.readUTF(), data.readLong(), hash(data), data.readNBytes(SealedFile.KEY)));
            }
            return Optional.of(new Head(what.get(), order, name, number, payload, papers));
        } catch (IOException truncated) {
            return Optional.empty();
        }
    }

    private static Sha256 hash(DataInputStream data) throws IOException {
        byte[] hash = new byte[32];
        data.readFully(hash);
        return Sha256.of(hash, 0);
    }

    @Override
    public String toString() {
        return "Head[" + papers.size() + " papers]";
    }
}
