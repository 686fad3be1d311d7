package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Release;
import banyan.acceptance.Release.Kind;
import banyan.acceptance.ReleaseFile;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.cache.ReleaseShelf.Judgement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens, the old release or the new one is there, and nothing that was not signed. */
class ReleaseShelfTest {
    private static final KeyPair KEY = KeyFiles.newPair();
    private static final Map<String, String> ONE =
            Map.of("catalogue/a/item.yaml", "code: a", "catalogue/a/templates/t.yaml", "t", "notices.json", "[]");
    private static final Map<String, String> TWO =
            Map.of("catalogue/a/item.yaml", "code: a, better", "catalogue/a/templates/t.yaml", "t");

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<ReleaseFile> files(Map<String, String> content) {
        return new TreeMap<>(content)
                .entrySet().stream()
                        .map(one -> new ReleaseFile(one.getKey(), bytes(one.getValue()).length, Sha256.of(bytes(one.getValue()))))
                        .toList();
    }

    private static Release signed(KeyPair key, long number, Kind kind, long base, List<ReleaseFile> files, List<String> gone, Sha256 whole) {
        Release bare = new Release(
                number, kind, base, Given.NOON, Given.NOON, files, gone, whole, Signing.keyId(key.getPublic()), new byte[0]);
        return bare.signed(Signing.sign(key.getPrivate(), bare.signedBytes()));
    }

    static Release full(long number, Map<String, String> content) {
        return signed(KEY, number, Kind.FULL, 0, files(content), List.of(), ReleaseFile.whole(files(content)));
    }

    private static Release delta(long number, long base) {
        List<ReleaseFile> changed = files(Map.of("catalogue/a/item.yaml", "code: a, better"));
        return signed(KEY, number, Kind.DELTA, base, changed, List.of("notices.json"), ReleaseFile.whole(files(TWO)));
    }

    private ReleaseShelf shelf() throws IOException {
        return ReleaseShelf.open(folder, List.of(KEY.getPublic()));
    }

    private static Judgement.Good good(ReleaseShelf shelf, Release release) {
        return assertInstanceOf(Judgement.Good.class, shelf.judge(release));
    }

    /** Fetches what is missing, puts it together, switches and finds it good. */
    private static void take(ReleaseShelf shelf, Release release, Map<String, String> content) throws IOException {
        bring(shelf, release, content);
        shelf.show(release.number());
        shelf.good();
    }

    private static void bring(ReleaseShelf shelf, Release release, Map<String, String> content) throws IOException {
        Judgement.Good good = good(shelf, release);
        for (ReleaseFile file : shelf.missing(good)) {
            assertTrue(shelf.fetched(file, bytes(content.getOrDefault(file.path(), ""))));
        }
        assertTrue(shelf.complete(good));
    }

    private void shows(ReleaseShelf shelf, long number, Map<String, String> content) throws IOException {
        assertEquals(number, shelf.active());
        assertTrue(shelf.proved(number).isPresent());
        for (Map.Entry<String, String> file : content.entrySet()) {
            assertEquals(file.getValue(), Files.readString(shelf.content(number).resolve(file.getKey())));
        }
    }

    @Test
    void aReleaseIsShownOnceItIsWholeAndItsTimeHasCome() throws IOException {
        ReleaseShelf shelf = shelf();
        bring(shelf, full(1, ONE), ONE);
        assertEquals(0, shelf.active());
        assertEquals(Optional.of(1L), shelf().waiting().map(Release::number));
        shelf.show(1);
        assertTrue(shelf().onTrial());
        shelf.good();
        assertFalse(shelf().onTrial());
        shows(shelf(), 1, ONE);
    }

    @Test
    void ofADeltaOnlyWhatIsDifferentIsFetchedAndWhatIsGoneIsGone() throws IOException {
        ReleaseShelf shelf = shelf();
        take(shelf, full(1, ONE), ONE);
        Judgement.Good good = good(shelf, delta(2, 1));
        assertEquals(List.of("catalogue/a/item.yaml"), shelf.missing(good).stream().map(ReleaseFile::path).toList());
        take(shelf, delta(2, 1), TWO);
        shows(shelf(), 2, TWO);
        assertFalse(Files.exists(shelf.content(2).resolve("notices.json")));
    }

    @Test
    void nothingUnsignedAlteredOrOlderIsTaken() throws IOException {
        ReleaseShelf shelf = shelf();
        Release right = full(3, ONE);
        Release stranger =
                signed(KeyFiles.newPair(), 3, Kind.FULL, 0, files(ONE), List.of(), ReleaseFile.whole(files(ONE)));
        assertEquals("RELEASE-UNSIGNED", refused(shelf, stranger));
        assertEquals("RELEASE-UNSIGNED", refused(shelf, right.signed(new byte[64])));
        assertEquals("RELEASE-UNSIGNED", refused(shelf, new Release(4, right.kind(), 0, right.from(), right.made(), right.files(),
                right.gone(), right.whole(), right.keyId(), right.signature())));
        assertEquals("RELEASE-UNSIGNED", refused(shelf, new Release(3, right.kind(), 0, right.from(), right.made(),
                files(TWO), right.gone(), ReleaseFile.whole(files(TWO)), right.keyId(), right.signature())));
        take(shelf, right, ONE);
        assertEquals("RELEASE-NOT-NEWER", refused(shelf, right));
        assertEquals("RELEASE-NOT-NEWER", refused(shelf, full(2, TWO)));
    }

    @Test
    void aSignatureMakesNoWayOutOfTheFolder() throws IOException {
        ReleaseShelf shelf = shelf();
        for (String path : List.of("../x", "/etc/cron.d/x", "catalogue/../../x", "catalogue/a/../../../x", "pointer", "copy.json")) {
            assertEquals("RELEASE-MALFORMED", refused(shelf, full(1, Map.of(path, "x"))), path);
        }
        Release large = signed(KEY, 1, Kind.FULL, 0,
                List.of(new ReleaseFile("notices.json", ReleaseFile.LARGEST + 1, Sha256.of(bytes("x")))), List.of(), Sha256.of(bytes("")));
        assertEquals("RELEASE-MALFORMED", refused(shelf, large));
    }

    @Test
    void aDeltaOnAnotherBaseOrWithAnotherResultIsNone() throws IOException {
        ReleaseShelf shelf = shelf();
        assertEquals("RELEASE-BASE-NOT-HERE", refused(shelf, delta(2, 1)));
        take(shelf, full(1, TWO), TWO);
        assertEquals("RELEASE-MALFORMED", refused(shelf, delta(2, 1)));
    }

    private static String refused(ReleaseShelf shelf, Release release) {
        return assertInstanceOf(Judgement.Refused.class, shelf.judge(release)).code();
    }

    @Test
    void aFileThatIsNotTheOneThatWasSignedIsNotKept() throws IOException {
        ReleaseShelf shelf = shelf();
        Judgement.Good good = good(shelf, full(1, ONE));
        ReleaseFile file = shelf.missing(good).getFirst();
        assertFalse(shelf.fetched(file, bytes("something else")));
        assertEquals(3, shelf.missing(good).size());
        assertFalse(shelf.complete(good));
        assertEquals(Optional.empty(), shelf().waiting());
    }

    @Test
    void whatDoesNotWorkIsGivenBackAndNotTriedAgain() throws IOException {
        ReleaseShelf shelf = shelf();
        take(shelf, full(1, ONE), ONE);
        bring(shelf, full(2, TWO), TWO);
        shelf.show(2);
        shelf.back();
        shows(shelf(), 1, ONE);
        assertEquals("RELEASE-NOT-NEWER", refused(shelf(), full(2, TWO)));
        take(shelf, full(3, TWO), TWO);
        shows(shelf(), 3, TWO);
    }

    @Test
    void aReleaseWithWhichTheProgramEndsAgainAndAgainIsGivenBack() throws IOException {
        bring(shelf(), full(1, ONE), ONE);
        shelf().show(1);
        int begun = 0;
        while (shelf().tryAgain()) {
            begun++;
        }
        assertEquals(2, begun);
        shelf().back();
        assertEquals(0, shelf().active());
    }

    @Test
    void aDamagedCopyIsNoticedAndFetchedAnew() throws IOException {
        ReleaseShelf shelf = shelf();
        take(shelf, full(1, ONE), ONE);
        Files.writeString(shelf.content(1).resolve("catalogue/a/item.yaml"), "code: b");
        assertEquals(Optional.empty(), shelf.proved(1));
        shelf.lost();
        assertEquals(0, shelf().active());
        take(shelf(), full(1, ONE), ONE);
        shows(shelf(), 1, ONE);
    }

    @Test
    void heardIsWrittenOnceAnHour() throws IOException {
        ReleaseShelf shelf = shelf();
        shelf.heard(Given.NOON);
        shelf.heard(Given.NOON.plusSeconds(60));
        assertEquals(Optional.of(Given.NOON), shelf().heard());
        shelf.heard(Given.NOON.plus(Duration.ofHours(2)));
        assertEquals(Optional.of(Given.NOON.plus(Duration.ofHours(2))), shelf().heard());
    }

    /** Every operation of the disk is the last one, in turn; with another that fails once and all is well again. */
    @Test
    void whereverItEndsTheOldOrTheNewOneIsWhole() throws IOException {
        for (FaultyDisk.Fault fault : List.of(FaultyDisk.Fault.FROM_THERE, FaultyDisk.Fault.ONCE, FaultyDisk.Fault.SHORT)) {
            boolean ended = false;
            List<Long> seen = new ArrayList<>();
            for (int at = 1; !ended; at++) {
                Path here = folder.resolve(fault + "-" + at);
                take(ReleaseShelf.open(here, List.of(KEY.getPublic())), full(1, ONE), ONE);
                FaultyDisk disk = new FaultyDisk();
                ReleaseShelf shelf = ReleaseShelf.open(here, List.of(KEY.getPublic()), disk);
                disk.fail(fault, at);
                try {
                    take(shelf, delta(2, 1), TWO);
                    ended = disk.operations() < at;
                } catch (IOException struck) {
                    ended = false;
                }
                ReleaseShelf after = ReleaseShelf.open(here, List.of(KEY.getPublic()));
                shows(after, after.active(), after.active() == 1 ? ONE : TWO);
                seen.add(after.active());
                if (after.active() == 1) {
                    Optional<Release> waiting = after.waiting();
                    if (waiting.isEmpty()) {
                        bring(after, delta(2, 1), TWO);
                    }
                    after.show(2);
                    after.good();
                }
                shows(ReleaseShelf.open(here, List.of(KEY.getPublic())), 2, TWO);
            }
            assertTrue(seen.contains(1L) && seen.contains(2L), fault + " " + seen);
        }
    }
}
