package banyan.cache;

import banyan.acceptance.CentreIdentity;
import banyan.acceptance.Enrolment;
import banyan.acceptance.EnrolmentCode;
import banyan.acceptance.KeyAlgorithm;
import banyan.acceptance.KeyRenewal;
import banyan.acceptance.Refusal;
import banyan.acceptance.Signing;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * How a terminal gets its first key to be known, and then another one. Whatever stops it in between, the folder of keys has one that works: a
 * new key is put beside the old one, and takes its place once the centre has said that it is in force.
 */
public final class Enroller {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final String terminal;
    private final TerminalKeys keys;
    private final InstantSource clock;

    public Enroller(String terminal, TerminalKeys keys, InstantSource clock) {
        this.terminal = terminal;
        this.keys = keys;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Ended {
        /** The key in {@code terminal.key} is in force. */
        record Done() implements Ended {}

        /** Another key, or none at all, answers under that address. */
        record OtherCentre() implements Ended {}

        /** Not done, for this reason: a code of the centre's or of the line's. */
        record Refused(String code) implements Ended {}
    }

    /**
     * Becomes known.
     *
     * @param fingerprint of the centre's key, as it was told with the code
     */
    public Ended enrol(URI address, String fingerprint, EnrolmentCode code, KeyAlgorithm algorithm) throws IOException {
        Optional<PublicKey> believed = believed(address, fingerprint);
        if (believed.isEmpty()) {
            return new Ended.OtherCentre();
        }
        KeyPair pair = pair(algorithm);
        try (CentreClient client = client(Centre.of(address, believed.get()), pair)) {
            Enrolment said = Enrolment.of(terminal, code, pair, believed.get());
            return switch (client.unsigned("PUT", "/api/v1/enrolment", CentreClient.Content.json(Wire.write(said)), DEADLINE)) {
                case Reply.Answered<CentreClient.Raw>(var raw) -> {
                    Optional<CentreIdentity> identity = Wire.read(raw.body(), CentreIdentity.class);
                    keys.centre(believed.get(), identity.flatMap(CentreIdentity::escrowKey));
                    keys.promote();
                    yield new Ended.Done();
                }
                case Reply.Refused<CentreClient.Raw> no -> refused(no.code());
                case Reply.Unreachable<CentreClient.Raw>(var why) -> new Ended.Refused(why);
            };
        }
    }

    /** Of another kind than is wanted now, what was made before serves nobody: a code puts any key in any other's place. */
    private KeyPair pair(KeyAlgorithm algorithm) throws IOException {
        KeyPair made = keys.next(algorithm);
        if (KeyAlgorithm.of(made.getPublic()) == algorithm) {
            return made;
        }
        keys.forgetNext();
        return keys.next(algorithm);
    }

    /** The key of whoever answers there, if it is the one of this fingerprint. */
    private Optional<PublicKey> believed(URI address, String fingerprint) {
        // Nobody's key yet: what answers is judged below, by the key in it.
        try (CentreClient client = client(new Centre(address, java.util.Map.of()), KeyAlgorithm.ED25519.newPair())) {
            return client.identity(DEADLINE)
                    .filter(key -> bare(Signing.fingerprint(key)).equals(bare(fingerprint)));
        }
    }

    private static String bare(String fingerprint) {
        return fingerprint.replaceAll("[ :-]", "").toLowerCase(Locale.ROOT);
    }

    /** Puts another key in the place of the one in force. */
    public Ended renew(Centre centre, KeyAlgorithm algorithm) throws IOException {
        KeyPair before = keys.inForce();
        KeyPair next = keys.next(algorithm);
        KeyRenewal said = KeyRenewal.of(terminal, next, before.getPublic());
        Ended ended = renew(centre, before, said);
        if (ended instanceof Ended.Refused(var code) && code.equals(Refusal.SIGNATURE_INVALID.code())) {
            // The centre may have taken it before, and its answer was lost.
            ended = renew(centre, next, said);
        }
        if (!(ended instanceof Ended.Done)) {
            return ended;
        }
        keys.promote();
        // It was left over from a renewal that was cut off, and of another kind: it may have been in force, and was not to be lost.
        return KeyAlgorithm.of(next.getPublic()) == algorithm ? ended : renew(centre, algorithm);
    }

    private Ended renew(Centre centre, KeyPair by, KeyRenewal said) throws IOException {
        try (CentreClient client = client(centre, by)) {
            return switch (client.call("PUT", "/api/v1/key", CentreClient.Content.json(Wire.write(said)), DEADLINE)) {
                case Reply.Answered<CentreClient.Raw> _ -> new Ended.Done();
                case Reply.Refused<CentreClient.Raw> no -> refused(no.code());
                case Reply.Unreachable<CentreClient.Raw>(var why) -> new Ended.Refused(why);
            };
        }
    }

    private Ended refused(String code) throws IOException {
        if (code.equals(Refusal.KEY_SPENT.code()) || code.equals(Refusal.ENROLMENT_REFUSED.code())) {
            // It would be refused for ever, or wants another code, which goes with any key; the next try makes another.
            keys.forgetNext();
        }
        return new Ended.Refused(code);
    }

    private CentreClient client(Centre centre, KeyPair pair) {
        return new CentreClient(centre, new Terminal(terminal, pair.getPrivate()), clock);
    }
}
