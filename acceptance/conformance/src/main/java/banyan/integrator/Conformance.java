package banyan.integrator;

import java.io.IOException;
import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;

/** The whole run: every chapter, one after the other, at one centre. */
public final class Conformance {
    private static final List<Chapter> CHAPTERS = List.of(
            new DoorChapter(), new IntakeChapter(), new PapersChapter(), new CertificatesChapter(), new RecordsChapter());

    private Conformance() {}

    /**
     * What of the agreement this centre does not keep, in words; empty if it keeps all of it.
     *
     * @param sample as {@code ./kiosk conform --centre} reads it
     * @throws IOException if the centre cannot be heard
     */
    public static List<String> notKept(
            URI centre, PublicKey centreKey, String terminal, PrivateKey key, String sample)
            throws IOException, InterruptedException {
        try (Caller caller = new Caller(centre, centreKey, terminal, key)) {
            return run(caller, Sample.of(Contract.JSON.readTree(sample))).rows().stream()
                    .filter(row -> !row.kept())
                    .map(row -> "%s: %s · %s".formatted(row.chapter(), row.sentence(), row.found()))
                    .toList();
        }
    }

    static Findings run(Caller caller, Sample sample) throws IOException, InterruptedException {
        Findings findings = new Findings(Contract.own());
        for (Chapter chapter : CHAPTERS) {
            chapter.tryOut(caller, sample, findings);
        }
        return findings;
    }
}
