package banyan.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * One attachment of a submission: a scanned page, the signed commitment letter, the signature's strokes, a
 * fingerprint's template.
 *
 * @param material what it is: a scanned page carries the code of its material in the item's package, such as {@code workProof};
 *     a signed letter the code of its template, such as {@code commitment}; the strokes themselves {@value #SIGNATURE};
 *     what a step {@code fingerprint} gave {@value #FINGERPRINT}
 * @param page its number within the material, from 1
 * @param mediaType {@code image/jpeg}, {@code application/pdf}, {@code application/json} or {@value #RECORD}
 * @param size in bytes, at most {@value #MAX_TOTAL}
 * @param hash of its bytes
 */
public record Paper(String material, int page, String mediaType, long size, Sha256 hash) {
    /** The material of a signature's strokes. */
    public static final String SIGNATURE = "signature";

    /**
     * The material of a fingerprint: one page, a {@link #RECORD} of ISO/IEC 19794-2:2005 with the template of one finger; or, where none
     * was given, JSON that says so: {@code {"fingerprint":"not-given","why":"CITIZEN"}}, and {@code PAD} where the pad did not work.
     */
    public static final String FINGERPRINT = "fingerprint";

    /** A record whose format its material tells. */
    public static final String RECORD = "application/octet-stream";

    /**
     * The paper that stands for one whose original goes into the terminal's cabinet: page 1 of its material, as JSON. Nothing has been
     * shown to anybody then, so its level of trust is C; it is B once somebody has compared the original.
     */
    public static byte[] originalInCabinet(String material) {
        return "{\"material\":\"%s\",\"original\":\"cabinet\",\"trust\":\"C\"}"
                .formatted(material)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether it says that the original goes into the cabinet; its hash tells. */
    public boolean saysInCabinet() {
        return mediaType.equals("application/json") && hash.equals(Sha256.of(originalInCabinet(material)));
    }

    /** Anything else is refused. */
    public static final Set<String> MEDIA_TYPES = Set.of("image/jpeg", "application/pdf", "application/json", RECORD);

    /** A larger paper is refused on both sides where it goes whole; in chunks it goes up to {@link #MAX_TOTAL}. */
    public static final long MAX_BYTES = 30_000_000;

    /** The papers of one submission together; more is refused on both sides. */
    public static final long MAX_TOTAL = 200_000_000;

    /** A submission with more papers is refused on both sides. */
    public static final int MAX_COUNT = 200;
}
