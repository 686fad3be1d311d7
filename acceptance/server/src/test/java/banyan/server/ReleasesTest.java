package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Release;
import banyan.acceptance.Release.Kind;
import banyan.acceptance.ReleaseFile;
import banyan.acceptance.ReleaseReport;
import banyan.acceptance.ReleaseReport.Standing;
import banyan.acceptance.Sha256;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.release.ReleaseFolder;
import banyan.server.release.ReleasePacker;
import banyan.server.release.ReleasePacker.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases as a terminal gets them from a centre of its own. */
class ReleasesTest {
    private static final Instant FROM = Instant.parse("2026-12-01T00:00:00Z");
    private static final KeyPair KEY = KeyFiles.newPair();
    private static final Path CATALOGUE = Path.of("../../service-items/catalogue");

    @TempDir
    Path folder;

    private Centre centre;
    private TerminalAtTest terminal;
    private ReleasePacker packer;
    private Path content;

    @BeforeEach
    void start() throws IOException {
        CentreSettings settings = House.settings(folder.resolve("centre"));
        centre = Centre.start(settings, House.ITEMS);
        centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
        terminal = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
        packer = new ReleasePacker(new ReleaseFolder(settings.releases()), KEY);
        content = folder.resolve("content");
        try (Stream<Path> files = Files.walk(CATALOGUE)) {
            for (Path file : files.sorted().toList()) {
                Path to = content.resolve("catalogue").resolve(CATALOGUE.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    @AfterEach
    void stop() {
        centre.close();
    }

    private Packed.Done packed(long number) throws IOException {
        return assertInstanceOf(Packed.Done.class, packer.pack(content, number, FROM, FROM));
    }

    private void notice(String text) throws IOException {
        Files.writeString(content.resolve("notices.json"), text);
    }

    private Heard get(String path) {
        return get(path, Map.of());
    }

    private Heard get(String path, Map<String, String> headers) {
        return terminal.send("GET", path, new byte[0], Sha256.of(new byte[0]), headers);
    }

    @Test
    void thereIsNothingNewerThanTheNewest() throws IOException {
        assertEquals(204, get("/api/v1/releases/newest?after=0&has=0").status());
        packed(3);
        assertEquals(200, get("/api/v1/releases/newest?after=2&has=0").status());
        assertEquals(204, get("/api/v1/releases/newest?after=3&has=3").status());
    }

    @Test
    void aReleaseIsSignedByItsOwnKeyAndSaysAllItsFiles() throws IOException {
        packed(1);
        Release release = get("/api/v1/releases/newest").as(Release.class);
        assertTrue(release.signedBy(KEY.getPublic()));
        assertFalse(release.signedBy(centre.key()));
        assertEquals(release.files(), release.all(List.of()).orElseThrow());
        for (ReleaseFile file : release.files()) {
            assertEquals(file.hash(), Sha256.of(get("/api/v1/release-files/" + file.hash()).body()));
        }
    }

    @Test
    void whoHasTheOneBeforeIsToldTheDifferenceOnly() throws IOException {
        notice("[]");
        packed(1);
        Files.delete(content.resolve("notices.json"));
        Files.writeString(content.resolve("directives.json"), "[]");
        packed(2);
        Release whole = get("/api/v1/releases/newest?after=0&has=0").as(Release.class);
        Release delta = get("/api/v1/releases/newest?after=1&has=1").as(Release.class);
        assertEquals(Kind.FULL, whole.kind());
        assertEquals(Kind.DELTA, delta.kind());
        assertEquals(List.of("directives.json"), delta.files().stream().map(ReleaseFile::path).toList());
        assertEquals(List.of("notices.json"), delta.gone());
        assertTrue(delta.signedBy(KEY.getPublic()));
    }

    @Test
    void aFileIsGivenInParts() throws IOException {
        notice("[\"0123456789\"]");
        Release release = packed(1).full();
        String hash = release.files().stream()
                .filter(file -> file.path().equals("notices.json"))
                .findFirst()
                .orElseThrow()
                .hash()
                .hex();
        byte[] all = get("/api/v1/release-files/" + hash).body();
        Heard part = get("/api/v1/release-files/" + hash, Map.of("Range", "bytes=2-5"));
        assertEquals(206, part.status());
        assertArrayEquals(Arrays.copyOfRange(all, 2, 6), part.body());
        assertArrayEquals(Arrays.copyOfRange(all, 4, all.length), get("/api/v1/release-files/" + hash, Map.of("Range", "bytes=4-")).body());
        assertEquals(416, get("/api/v1/release-files/" + hash, Map.of("Range", "bytes=900-")).status());
        assertEquals(404, get("/api/v1/release-files/" + "0".repeat(64)).status());
    }

    @Test
    void onlyAHigherNumberIsPackedAndOnlyWhatIsWhole() throws IOException {
        packed(2);
        assertInstanceOf(Packed.Refused.class, packer.pack(content, 2, FROM, FROM));
        Files.writeString(content.resolve("catalogue/pension-eligibility/item.yaml"), "code: [");
        assertInstanceOf(Packed.Refused.class, packer.pack(content, 3, FROM, FROM));
        assertEquals(204, get("/api/v1/releases/newest?after=2&has=2").status());
    }

    @Test
    void whatIsOfNoKnownKindOrALinkIsNotPacked() throws IOException {
        Files.writeString(content.resolve("start.sh"), "#!/bin/sh");
        assertInstanceOf(Packed.Refused.class, packer.pack(content, 1, FROM, FROM));
        Files.delete(content.resolve("start.sh"));
        Files.createSymbolicLink(content.resolve("notices.json"), content.resolve("catalogue/shared/shared.yaml"));
        assertInstanceOf(Packed.Refused.class, packer.pack(content, 1, FROM, FROM));
    }

    @Test
    void noPathLeadsOut() {
        for (String path : List.of("../x", "catalogue/../../x/y", "/notices.json", "catalogue/a", "catalogue/a/.b", "catalogue//b",
                "catalogue/a/b/c/d", "catalogue\\a\\b", "notices.json\n", "catalogue/a/b c", "catalogue/a/..", "run/a/b")) {
            assertFalse(ReleaseFile.isPath(path), path);
        }
        assertTrue(ReleaseFile.isPath("catalogue/pension-eligibility/templates/guide.yaml"));
    }

    @Test
    void theTerminalsLatestWordStands() {
        ReleaseReport active = new ReleaseReport(Standing.ACTIVE, Optional.empty(), FROM);
        ReleaseReport back = new ReleaseReport(Standing.ROLLED_BACK, Optional.of("CONTENT-UNFIT"), FROM.plusSeconds(9));
        assertEquals(204, terminal.put("/api/v1/releases/7/standing", active).status());
        assertEquals(204, terminal.put("/api/v1/releases/7/standing", back).status());
        assertEquals(204, terminal.put("/api/v1/releases/7/standing", active).status());
        assertEquals("ROLLED_BACK CONTENT-UNFIT", House.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT standing || ' ' || fault FROM release_standing WHERE number = 7")
                .mapTo(String.class)
                .one()));
        byte[] foul = "{\"standing\":\"ACTIVE\",\"fault\":\"said by somebody\",\"at\":\"2026-12-01T00:00:00Z\"}"
                .getBytes(StandardCharsets.UTF_8);
        assertEquals("MALFORMED", terminal.put("/api/v1/releases/7/standing", foul).code());
    }
}
