package banyan.acceptance;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The words of tus 1.0.0 (core, creation, checksum, termination) in which large papers go, so that a cut costs one chunk and other
 * clients and servers of tus work as well. <a href="https://tus.io/protocols/resumable-upload">tus.io</a>
 */
public final class Tus {
    /** Header: the version spoken; on every request but {@code OPTIONS}, and on every answer. */
    public static final String RESUMABLE = "Tus-Resumable";

    /** The one version that is spoken. */
    public static final String VERSION = "1.0.0";

    /** Header: how many bytes are durable; of a chunk, where it begins. */
    public static final String OFFSET = "Upload-Offset";

    /** Header: how many bytes there will be. */
    public static final String LENGTH = "Upload-Length";

    /** Header: {@code sha256} and the chunk's hash in Base64. */
    public static final String CHECKSUM = "Upload-Checksum";

    /** The one algorithm of {@link #CHECKSUM}. */
    public static final String ALGORITHM = "sha256";

    /** Media type of a chunk. */
    public static final String CHUNK = "application/offset+octet-stream";

    /** A longer chunk with a checksum is refused: it is all or nothing, so its length is what a cut may cost. */
    public static final int MAX_CHUNK = 4 << 20;

    /** A paper of more bytes than this goes in chunks; a smaller one is lost and sent again sooner than it is resumed. */
    public static final int WHOLE = 1 << 20;

    private static final int HASH_BYTES = 32;

    private Tus() {}

    /** What {@link #CHECKSUM} says of a chunk of this hash. */
    public static String checksum(Sha256 hash) {
        return ALGORITHM + " " + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash.hex()));
    }

    /** The hash that {@link #CHECKSUM} names; empty where it is of another form or algorithm. */
    public static Optional<Sha256> checksum(String header) {
        String[] words = header.split(" ", -1);
        if (words.length != 2 || !words[0].equals(ALGORITHM)) {
            return Optional.empty();
        }
        try {
            byte[] hash = Base64.getDecoder().decode(words[1]);
            return hash.length == HASH_BYTES ? Optional.of(Sha256.of(hash, 0)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
