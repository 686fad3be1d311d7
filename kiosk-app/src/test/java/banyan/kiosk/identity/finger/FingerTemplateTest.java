package banyan.kiosk.identity.finger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.simulator.finger.Impression;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Twenty of nobody's fingers, each laid three times: what is one finger's matches, and nothing else does. */
class FingerTemplateTest {
    private static final int FINGERS = 20;
    private static final int LAYINGS = 3;
    private static final long SEED = 20261122;

    /** Grown and taken once for all tests. */
    private static final FingerTemplate[][] TEMPLATES = templates();

    private static FingerTemplate[][] templates() {
        FingerTemplate[][] templates = new FingerTemplate[FINGERS][LAYINGS];
        for (int finger = 0; finger < FINGERS; finger++) {
            for (int laying = 0; laying < LAYINGS; laying++) {
                templates[finger][laying] = Prints.template(finger, laying);
            }
        }
        return templates;
    }

    private static String distribution(List<Double> scores) {
        Collections.sort(scores);
        return "%d scores, least %.1f, median %.1f, most %.1f"
                .formatted(scores.size(), scores.getFirst(), scores.get(scores.size() / 2), scores.getLast());
    }

    @Test
    void everyLayingOfAFingerMatchesEveryOther() {
        List<Double> scores = new ArrayList<>();
        for (FingerTemplate[] finger : TEMPLATES) {
            for (int one = 0; one < LAYINGS; one++) {
                for (int other = one + 1; other < LAYINGS; other++) {
                    scores.add(finger[one].score(finger[other]));
                }
            }
        }
        String said = distribution(scores);
        assertEquals(60, scores.size());
        assertTrue(scores.getFirst() >= 2 * FingerTemplate.SAME, said);
    }

    @Test
    void noTwoFingersMatch() {
        List<Double> scores = new ArrayList<>();
        for (int one = 0; one < FINGERS; one++) {
            for (int other = one + 1; other < FINGERS; other++) {
                for (int laying = 0; laying < LAYINGS; laying++) {
                    scores.add(TEMPLATES[one][laying].score(TEMPLATES[other][laying]));
                }
            }
        }
        String said = distribution(scores);
        assertEquals(570, scores.size());
        assertTrue(scores.getLast() < FingerTemplate.SAME, said);
    }

    @Test
    void aFingerMatchesHoweverItIsTurned() {
        for (int degrees = -180; degrees < 180; degrees += 60) {
            FingerTemplate turned = FingerTemplate.of(Prints.of(Impression.of(8, 7).turned(degrees)));
            assertTrue(turned.sameFinger(TEMPLATES[8][0]), "turned by " + degrees);
        }
    }

    @Test
    void aRecordOfTheStandardMatchesAsTheTemplateItWasWrittenFrom() {
        for (int finger = 0; finger < FINGERS; finger++) {
            byte[] record = TEMPLATES[finger][0].iso();
            assertEquals("FMR\0 20\0", new String(record, 0, 8, StandardCharsets.US_ASCII));
            assertEquals(30 + 6 * (record[27] & 0xFF), record.length);
            FingerTemplate read = FingerTemplate.fromIso(record).orElseThrow();
            assertTrue(read.sameFinger(TEMPLATES[finger][1]), "finger " + finger);
            assertTrue(!read.sameFinger(TEMPLATES[(finger + 1) % FINGERS][1]), "finger " + finger);
            assertTrue(Arrays.equals(record, read.iso()), "finger " + finger);
        }
    }

    @Test
    void aRecordCutShortIsRefused() {
        byte[] record = TEMPLATES[3][0].iso();
        for (int length = 0; length < record.length; length++) {
            assertEquals(Optional.empty(), FingerTemplate.fromIso(Arrays.copyOf(record, length)), "of " + length);
        }
    }

    @Test
    void aRecordWhoseHeadIsTamperedWithIsRefused() {
        byte[] record = TEMPLATES[3][0].iso();
        // The magic, the edition, the length, the number of fingers, the number of ends and forks.
        for (int at : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 22, 27}) {
            byte[] tampered = record.clone();
            tampered[at] ^= 0x40;
            assertEquals(Optional.empty(), FingerTemplate.fromIso(tampered), "byte " + at);
        }
    }

    @Test
    void aRecordThatSaysTooLittleOfAFingerIsRefused() {
        byte[] record = TEMPLATES[3][0].iso();
        byte[] little = Arrays.copyOf(record, 30 + 6 * 3);
        little[11] = (byte) little.length;
        little[27] = 3;
        little[little.length - 2] = 0;
        little[little.length - 1] = 0;
        assertEquals(Optional.empty(), FingerTemplate.fromIso(little));
    }

    /** C17: what others wrote ends in an answer, never in an exception. */
    @Test
    void noRecordHoweverDamagedThrows() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] record = TEMPLATES[5][0].iso();
        int refused = 0;
        for (int run = 0; run < 20_000; run++) {
            byte[] damaged = record.clone();
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            if (random.nextInt(4) == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(2 * damaged.length));
            }
            refused += FingerTemplate.fromIso(damaged).isEmpty() ? 1 : 0;
        }
        assertTrue(refused > 5_000, "only " + refused);
    }
}
