package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CentreIdentity;
import banyan.acceptance.Enrolment;
import banyan.acceptance.EnrolmentCode;
import banyan.acceptance.KeyAlgorithm;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.KeyRenewal;
import banyan.acceptance.Refusal;
import banyan.acceptance.Submission;
import banyan.cache.Enroller;
import banyan.cache.TerminalKeys;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.enrol.TerminalDesk.HandedCode;
import banyan.server.staff.Role;
import banyan.server.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a terminal becomes known by a code, and is given another key, from both ends. */
class EnrolmentTest {
    private static final Instant NOW = House.NOW.get();
    private static final String LET_IN = Refusal.SUBMISSION_MISNAMED.code();

    private final StaffAtTest operator = StaffAtTest.signedIn(Role.OPERATOR);

    @TempDir
    Path folder;

    @AfterEach
    void clock() {
        House.NOW.set(NOW);
    }

    private HandedCode code(String number) {
        Heard heard = operator.post("/staff/api/terminals/" + number + "/enrolment-code");
        assertEquals(200, heard.status());
        return heard.as(HandedCode.class);
    }

    private static EnrolmentCode read(HandedCode handed) {
        return EnrolmentCode.read(handed.code()).orElseThrow();
    }

    private static Heard put(Enrolment said) {
        return House.terminal()
                .unsigned("PUT", "/api/v1/enrolment", Json.write(said), Map.of(banyan.acceptance.Answer.NONCE, "abcdefgh12345678"));
    }

    private static Enrolment said(String number, EnrolmentCode code, KeyPair pair) {
        return Enrolment.of(number, code, pair, House.centre().key());
    }

    private static String answer(String number, KeyPair keys) {
        Submission ofAnother = Cases.with();
        return new TerminalAtTest(House.centre(), number, keys, House.CLOCK)
                .put(Cases.path(ofAnother), ofAnother)
                .code();
    }

    private KeyPair inForce() throws IOException {
        return new KeyPair(
                KeyFiles.readPublic(folder.resolve("terminal.pub")), KeyFiles.readPrivate(folder.resolve("terminal.key")));
    }

    @Test
    void aTerminalThatIsGivenACodeBecomesKnownAndBelievesTheCentreOfTheFingerprintAlone() throws IOException {
        HandedCode handed = code("0801");
        Enroller enroller = new Enroller("0801", new TerminalKeys(folder), House.CLOCK);
        URI address = House.centre().address();
        String other = handed.centre().replaceAll("^.", handed.centre().startsWith("0") ? "1" : "0");
        assertInstanceOf(
                Enroller.Ended.OtherCentre.class, enroller.enrol(address, other, read(handed), KeyAlgorithm.ED25519));
        assertFalse(Files.exists(folder.resolve("terminal.key.next")));
        assertInstanceOf(
                Enroller.Ended.Done.class,
                enroller.enrol(address, handed.centre(), read(handed), KeyAlgorithm.ED25519));
        assertEquals(LET_IN, answer("0801", inForce()));
        assertEquals(House.centre().key(), KeyFiles.readPublic(folder.resolve("centre.pub")));
        assertFalse(Files.exists(folder.resolve("terminal.key.next")));
        assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("terminal.key"))));
        assertEquals("ENROLMENT-CODE-MADE 0801", operator.deeds());
    }

    @Test
    void theCodeCountsForOneKeyWhichMayComeAgain() {
        EnrolmentCode code = read(code("0802"));
        KeyPair pair = KeyFiles.newPair();
        Enrolment said = said("0802", code, pair);
        assertEquals(200, put(said).status());
        Heard again = put(said);
        assertEquals(200, again.status());
        assertEquals(
                java.util.Base64.getEncoder().encodeToString(House.centre().key().getEncoded()),
                java.util.Base64.getEncoder().encodeToString(again.as(CentreIdentity.class).key()));
        KeyPair thief = KeyFiles.newPair();
        assertEquals(Refusal.ENROLMENT_REFUSED.code(), put(said("0802", code, thief)).code());
        assertEquals(LET_IN, answer("0802", pair));
    }

    @Test
    void whatWasHeardOnTheWayServesNoOtherKeyTerminalOrCentre() {
        EnrolmentCode code = read(code("0803"));
        KeyPair pair = KeyFiles.newPair();
        Enrolment heard = said("0803", code, pair);
        KeyPair thief = KeyFiles.newPair();
        Enrolment exchanged = new Enrolment("0803", heard.algorithm(), thief.getPublic().getEncoded(), heard.proof(), new byte[0]);
        Enrolment signed = new Enrolment(
                "0803",
                exchanged.algorithm(),
                exchanged.key(),
                exchanged.proof(),
                banyan.acceptance.Signing.sign(thief.getPrivate(), exchanged.signedBytes()));
        assertEquals(Refusal.ENROLMENT_REFUSED.code(), put(signed).code());
        assertEquals(Refusal.MALFORMED.code(), put(exchanged).code());
        code("0804");
        assertEquals(Refusal.ENROLMENT_REFUSED.code(), put(said("0804", code, thief)).code());
        Enrolment toAnother = Enrolment.of("0803", code, pair, thief.getPublic());
        assertEquals(Refusal.ENROLMENT_REFUSED.code(), put(toAnother).code());
        assertEquals(200, put(heard).status());
    }

    @Test
    void anHourLaterOrAfterTenTriesOrWhenAnotherWasMadeItIsVoid() {
        EnrolmentCode late = read(code("0805"));
        House.NOW.set(NOW.plus(Duration.ofHours(1)));
        assertEquals(Refusal.ENROLMENT_REFUSED.code(), put(said("0805", late, KeyFiles.newPair())).code());
        House.NOW.set(NOW);
        EnrolmentCode first = read(code("0806"));
        EnrolmentCode second = read(code("0806"));
        assertEquals(Refusal.ENROLMENT_REFUSED.code(), put(said("0806", first, KeyFiles.newPair())).code());
        for (int tries = 1; tries < 10; tries++) {
            assertEquals(
                    Refusal.ENROLMENT_REFUSED.code(),
                    put(said("0806", EnrolmentCode.random(), KeyFiles.newPair())).code());
        }
        assertEquals(Refusal.ENROLMENT_REFUSED.code(), put(said("0806", second, KeyFiles.newPair())).code());
        assertEquals(Refusal.TERMINAL_UNKNOWN.code(), answer("0806", KeyFiles.newPair()));
        assertEquals(
                "ENROLMENT-CODE-VOID",
                House.database().jdbi().withHandle(handle -> handle.createQuery(
                                "SELECT deed FROM staff_audit WHERE subject = '0806' ORDER BY seq DESC LIMIT 1")
                        .mapTo(String.class)
                        .one()));
    }

    @Test
    void theDatabaseAloneTellsNothingOfTheCode() {
        HandedCode handed = code("0807");
        byte[] kept = House.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT secret FROM enrolment_code WHERE terminal = '0807'")
                .mapTo(byte[].class)
                .one());
        assertEquals(12 + 32 + 16, kept.length);
        assertFalse(java.util.Arrays.equals(
                read(handed).key("0807"), java.util.Arrays.copyOfRange(kept, 12, 44)));
    }

    @Test
    void onlyOperatorsMakeCodesAndWhoIsShutOutHasNoneAnyMore() {
        assertEquals(
                403,
                StaffAtTest.signedIn(Role.CLERK)
                        .post("/staff/api/terminals/0808/enrolment-code")
                        .status());
        assertEquals(404, operator.post("/staff/api/terminals/..%2F0808/enrolment-code").status());
        KeyPair pair = KeyFiles.newPair();
        assertEquals(200, put(said("0808", read(code("0808")), pair)).status());
        EnrolmentCode next = read(code("0808"));
        assertEquals(204, operator.post("/staff/api/terminals/0808/revocation").status());
        assertEquals(Refusal.TERMINAL_REVOKED.code(), answer("0808", pair));
        assertEquals(Refusal.ENROLMENT_REFUSED.code(), put(said("0808", next, KeyFiles.newPair())).code());
        EnrolmentCode anew = read(code("0808"));
        assertEquals(Refusal.KEY_SPENT.code(), put(said("0808", anew, pair)).code());
        KeyPair another = KeyFiles.newPair();
        assertEquals(200, put(said("0808", anew, another)).status());
        assertEquals(LET_IN, answer("0808", another));
    }

    @Test
    void anotherKeyIsTakenByTheWordOfTheOneInForceAndThatOneNeverAgain() {
        KeyPair before = KeyFiles.newPair();
        assertEquals(200, put(said("0809", read(code("0809")), before)).status());
        KeyPair next = KeyFiles.newPair();
        KeyRenewal said = KeyRenewal.of("0809", next, before.getPublic());
        TerminalAtTest old = new TerminalAtTest(House.centre(), "0809", before, House.CLOCK);
        KeyRenewal unpossessed = new KeyRenewal(said.algorithm(), said.key(), said.replaces(), new byte[64]);
        assertEquals(Refusal.MALFORMED.code(), old.put("/api/v1/key", unpossessed).code());
        KeyRenewal ofAnother = KeyRenewal.of("0809", next, next.getPublic());
        assertEquals(Refusal.KEY_DIFFERS.code(), old.put("/api/v1/key", ofAnother).code());
        assertEquals(204, old.put("/api/v1/key", said).status());
        assertEquals(Refusal.SIGNATURE_INVALID.code(), old.put("/api/v1/key", said).code());
        TerminalAtTest with = new TerminalAtTest(House.centre(), "0809", next, House.CLOCK);
        assertEquals(204, with.put("/api/v1/key", said).status());
        KeyRenewal back = KeyRenewal.of("0809", before, next.getPublic());
        assertEquals(Refusal.KEY_SPENT.code(), with.put("/api/v1/key", back).code());
        assertEquals(LET_IN, answer("0809", next));
    }

    @Test
    void whereverARenewalIsCutOffTheTerminalHasAKeyThatWorks() throws IOException {
        HandedCode handed = code("0810");
        TerminalKeys keys = new TerminalKeys(folder);
        Enroller enroller = new Enroller("0810", keys, House.CLOCK);
        assertInstanceOf(
                Enroller.Ended.Done.class,
                enroller.enrol(House.centre().address(), handed.centre(), read(handed), KeyAlgorithm.ED25519));
        banyan.cache.Centre centre = banyan.cache.Centre.of(House.centre().address(), House.centre().key());
        KeyPair first = inForce();
        Path secret = folder.resolve("terminal.key");
        byte[] firstSecret = Files.readAllBytes(secret);
        byte[] firstShown = Files.readAllBytes(folder.resolve("terminal.pub"));
        assertInstanceOf(Enroller.Ended.Done.class, enroller.renew(centre, KeyAlgorithm.ED25519));
        assertEquals(Refusal.SIGNATURE_INVALID.code(), answer("0810", first));
        assertEquals(LET_IN, answer("0810", inForce()));
        // As it was when the centre had said yes and the terminal had not heard it.
        Files.move(secret, folder.resolve("terminal.key.next"));
        Files.move(folder.resolve("terminal.pub"), folder.resolve("terminal.pub.next"));
        Files.write(secret, firstSecret);
        Files.write(folder.resolve("terminal.pub"), firstShown);
        try (banyan.cache.CentreClient client = new banyan.cache.CentreClient(
                centre,
                new banyan.cache.Terminal("0810", first.getPrivate(), java.util.Optional.of(keys)),
                House.CLOCK)) {
            client.progress(new banyan.acceptance.ProgressQuery("350126090810", "00000000"), Duration.ofSeconds(10));
        }
        assertFalse(keys.hasNext());
        assertEquals(LET_IN, answer("0810", inForce()));
        // And when nothing but the new pair was there yet.
        Files.write(folder.resolve("terminal.key.next"), new byte[0]);
        assertInstanceOf(Enroller.Ended.Done.class, enroller.renew(centre, KeyAlgorithm.ED25519));
        assertEquals(LET_IN, answer("0810", inForce()));
    }

    @Test
    void aKeyOfAnotherKindThatIsLeftOverFromARenewalIsSettledBeforeTheNextIsMade() throws IOException {
        HandedCode handed = code("0813");
        Enroller enroller = new Enroller("0813", new TerminalKeys(folder), House.CLOCK);
        enroller.enrol(House.centre().address(), handed.centre(), read(handed), KeyAlgorithm.ED25519);
        KeyPair before = inForce();
        KeyPair left = KeyFiles.newPair();
        KeyFiles.writePublic(folder.resolve("terminal.pub.next"), left.getPublic());
        KeyFiles.writePrivate(folder.resolve("terminal.key.next"), left.getPrivate());
        TerminalAtTest old = new TerminalAtTest(House.centre(), "0813", before, House.CLOCK);
        assertEquals(204, old.put("/api/v1/key", KeyRenewal.of("0813", left, before.getPublic())).status());
        banyan.cache.Centre centre = banyan.cache.Centre.of(House.centre().address(), House.centre().key());
        assertInstanceOf(Enroller.Ended.Done.class, enroller.renew(centre, KeyAlgorithm.SM2));
        assertEquals(KeyAlgorithm.SM2, KeyAlgorithm.of(inForce().getPublic()));
        assertEquals(LET_IN, answer("0813", inForce()));
        assertEquals(Refusal.SIGNATURE_INVALID.code(), answer("0813", left));
    }

    @Test
    void aTerminalMaySignWithSm2FromTheFirstOrFromLaterOn() throws IOException {
        HandedCode handed = code("0812");
        Enroller enroller = new Enroller("0812", new TerminalKeys(folder), House.CLOCK);
        assertInstanceOf(
                Enroller.Ended.Done.class,
                enroller.enrol(House.centre().address(), handed.centre(), read(handed), KeyAlgorithm.SM2));
        KeyPair national = inForce();
        assertEquals(KeyAlgorithm.SM2, KeyAlgorithm.of(national.getPrivate()));
        assertEquals(LET_IN, answer("0812", national));
        assertEquals(Refusal.SIGNATURE_INVALID.code(), answer("0812", KeyAlgorithm.SM2.newPair()));
        banyan.cache.Centre centre = banyan.cache.Centre.of(House.centre().address(), House.centre().key());
        assertInstanceOf(Enroller.Ended.Done.class, enroller.renew(centre, KeyAlgorithm.ED25519));
        assertEquals(KeyAlgorithm.ED25519, KeyAlgorithm.of(inForce().getPrivate()));
        assertInstanceOf(Enroller.Ended.Done.class, enroller.renew(centre, KeyAlgorithm.SM2));
        assertEquals(LET_IN, answer("0812", inForce()));
        assertEquals(Refusal.SIGNATURE_INVALID.code(), answer("0812", national));
        assertEquals(
                new Enroller.Ended.Refused(Refusal.ENROLMENT_REFUSED.code()),
                enroller.enrol(House.centre().address(), handed.centre(), read(handed), KeyAlgorithm.ED25519));
        assertFalse(Files.exists(folder.resolve("terminal.key.next")));
        assertEquals(LET_IN, answer("0812", inForce()));
        try (Centre other = Centre.start(House.settings(folder.resolve("other")), House.ITEMS)) {
            Submission ofAnother = Cases.with();
            assertEquals(
                    LET_IN,
                    new TerminalAtTest(other, "0812", inForce(), House.CLOCK)
                            .put(Cases.path(ofAnother), ofAnother)
                            .code());
        }
    }

    @Test
    void atTheCentresMachineCodesAreMadeAndTerminalsShutOutWhileItRuns() throws IOException {
        CentreSettings beside = House.besideTheCentre();
        HandedCode handed = TerminalMain.at(beside, desk -> desk.code("0811", "at-the-machine"));
        KeyPair pair = KeyFiles.newPair();
        assertEquals(200, put(said("0811", read(handed), pair)).status());
        boolean there = TerminalMain.at(beside, desk -> desk.revoke("0811", "at-the-machine"));
        assertTrue(there);
        boolean nowhere = TerminalMain.at(beside, desk -> desk.revoke("0899", "at-the-machine"));
        assertFalse(nowhere);
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!answer("0811", pair).equals(Refusal.TERMINAL_REVOKED.code())) {
            assertTrue(System.nanoTime() < end, "not shut out after ten seconds");
        }
    }
}
