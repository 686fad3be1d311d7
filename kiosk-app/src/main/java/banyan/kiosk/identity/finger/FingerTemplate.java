package banyan.kiosk.identity.finger;

import banyan.device.FingerprintPad.FingerImage;
import com.machinezoo.fingerprintio.TemplateFormat;
import com.machinezoo.sourceafis.FingerprintCompatibility;
import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is told of a finger by the ends and forks of its ridges. Personal data, and biometric: it is held no longer than the visit
 * needs it, and {@link #toString} gives none of it.
 *
 * <p>Comparing: {@link #score} says how much alike two templates are, and {@link #SAME} is where they are taken for one finger's. By the
 * maker of SourceAFIS a false match is as rare there as one in 10,000 comparisons (FMR 0.01 %), and ten times rarer with each further
 * ten points. That is enough to confirm somebody who has already shown their card, and too little to search for one among many.
 */
public final class FingerTemplate {
    /** From this score on, two templates are taken for the same finger's: one false match in 10,000 comparisons. */
    public static final double SAME = 40;

    /** ISO/IEC 19794-2:2005 without extensions has at most 255 ends and forks of six bytes; a little more is left for headers. */
    private static final int LARGEST_RECORD = 2048;

    /** How a record of that edition begins. */
    private static final byte[] MAGIC = "FMR\0 20\0".getBytes(StandardCharsets.US_ASCII);

    /** The headers of record and finger, no ends and forks, no extension. */
    private static final int SMALLEST_RECORD = 24 + 4 + 2;

    /** Fewer ends and forks than this make no finger: any two would be alike. */
    private static final int FEWEST = 8;

    private static final int COUNT_AT = 27;

    private final FingerprintTemplate template;

    private FingerTemplate(FingerprintTemplate template) {
        this.template = template;
    }

    /** The template of a picture. Takes some tenths of a second: never on the screen's thread. */
    public static FingerTemplate of(FingerImage image) {
        return new FingerTemplate(new FingerprintTemplate(new FingerprintImage(
                image.width(),
                image.height(),
                image.grey(),
                new FingerprintImageOptions().dpi(image.resolution()))));
    }

    /**
     * Reads a record of ISO/IEC 19794-2:2005 for one finger. Empty where it is none, was damaged, or says too little of a finger; what
     * others wrote is never trusted further.
     */
    public static Optional<FingerTemplate> fromIso(byte[] record) {
        boolean possible = record.length >= SMALLEST_RECORD
                && record.length <= LARGEST_RECORD
                && Arrays.equals(record, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && lengthIn(record) == record.length
                && (record[COUNT_AT] & 0xFF) >= FEWEST;
        if (!possible) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FingerTemplate(FingerprintCompatibility.importTemplate(record)));
        } catch (RuntimeException _) {
            // The library throws several of them for what does not parse; what they say may quote the record and ends here.
            return Optional.empty();
        }
    }

    private static int lengthIn(byte[] record) {
        int length = 0;
        for (int at = 8; at < 12; at++) {
            length = length << 8 | record[at] & 0xFF;
        }
        return length;
    }

    /** As a record of ISO/IEC 19794-2:2005, which other systems read. */
    public byte[] iso() {
        return FingerprintCompatibility.exportTemplates(TemplateFormat.ISO_19794_2_2005, template);
    }

    /** How much alike, from 0 upwards; see {@link #SAME}. */
    public double score(FingerTemplate other) {
        return new FingerprintMatcher(template).match(other.template);
    }

    /** Whether both are taken for the same finger's. */
    public boolean sameFinger(FingerTemplate other) {
        return score(other) >= SAME;
    }

    @Override
    public String toString() {
        return "FingerTemplate[]";
    }
}
