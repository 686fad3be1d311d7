package banyan.kiosk.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Release;
import banyan.acceptance.ReleaseFile;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.cache.ReleaseShelf;
import banyan.cache.ReleaseShelf.Judgement;
import banyan.item.Language;
import banyan.item.catalogue.SigningKey;
import banyan.item.catalogue.TrustedKeys;
import banyan.kiosk.catalog.Offers;
import banyan.kiosk.log.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the terminal begins with, whatever lies on its disk. */
class ContentDeskTest {
    private static final Path CATALOGUE = Path.of("../service-items/catalogue");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final KeyPair KEY = KeyFiles.newPair();
    private static final String TEMPLATE = "catalogue/shared/templates/guide.yaml";

    @TempDir
    Path folder;

    private final List<Event> events = new ArrayList<>();

    private static Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CATALOGUE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put("catalogue/" + CATALOGUE.relativize(file), Files.readString(file));
            }
        }
        content.put("notices.json", announced("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"));
        return content;
    }

    private static String announced(String from, String until) {
        return "[{\"from\":\"%s\",\"until\":\"%s\",\"text\":{\"zh-CN\":\"停电\",\"en\":\"No power\"}}]".formatted(from, until);
    }

    private ReleaseShelf shelf() throws IOException {
        return ReleaseShelf.open(folder, List.of(KEY.getPublic()));
    }

    private ReleaseShelf bring(long number, Map<String, String> content) throws IOException {
        List<ReleaseFile> files = new ArrayList<>();
        content.forEach((path, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            files.add(new ReleaseFile(path, bytes.length, Sha256.of(bytes)));
        });
        Release bare = new Release(
                number, Release.Kind.FULL, 0, NOW, NOW, files, List.of(), ReleaseFile.whole(files), Signing.keyId(KEY.getPublic()), new byte[0]);
        ReleaseShelf shelf = shelf();
        Judgement.Good good = assertInstanceOf(
                Judgement.Good.class, shelf.judge(bare.signed(Signing.sign(KEY.getPrivate(), bare.signedBytes()))));
        for (ReleaseFile file : shelf.missing(good)) {
            assertTrue(shelf.fetched(file, content.getOrDefault(file.path(), "").getBytes(StandardCharsets.UTF_8)));
        }
        assertTrue(shelf.complete(good));
        return shelf;
    }

    private Content begin() throws IOException {
        var development = Optional.of(SigningKey.of(KeyFiles.newPair().getPrivate()));
        ContentDesk.Hall nobody = new ContentDesk.Hall() {
            @Override
            public boolean empty() {
                return true;
            }

            @Override
            public void show(Content content, Runnable taken) {
                taken.run();
            }
        };
        try (ContentDesk desk = new ContentDesk(
                new ContentReader(CATALOGUE, () -> TrustedKeys.NONE, () -> development),
                Optional.of(shelf()),
                Optional.empty(),
                InstantSource.fixed(NOW),
                events::add,
                nobody)) {
            return desk.first();
        }
    }

    private boolean told(String kind) {
        return events.stream().anyMatch(event -> event.kind().name().equals(kind));
    }

    @Test
    void withoutAReleaseWhatWasInstalledIsShown() throws IOException {
        Content first = begin();
        assertEquals(0, first.number());
        assertEquals(7, first.offers().byCode().size());
    }

    @Test
    void theReleaseThatWasShownIsShownAgainWithWhatItSays() throws IOException {
        ReleaseShelf shelf = bring(4, content());
        shelf.show(4);
        shelf.good();
        Content first = begin();
        assertEquals(4, first.number());
        assertEquals(Optional.of("停电"), first.notice(NOW, Language.ZH_CN));
        assertEquals(Optional.of("No power"), first.notice(NOW, Language.EN));
        assertEquals(Optional.empty(), first.notice(NOW.plus(Duration.ofDays(30)), Language.ZH_CN));
        assertEquals(Optional.empty(), first.outOfService(NOW, Language.ZH_CN));
    }

    @Test
    void aReleaseOnTrialThatWorksIsGood() throws IOException {
        bring(4, content()).show(4);
        assertEquals(4, begin().number());
        assertEquals(false, shelf().onTrial());
    }

    @Test
    void whatDoesNotWorkIsGivenBack() throws IOException {
        Map<String, String> sick = content();
        sick.put("catalogue/pension-eligibility/item.yaml", "code: [");
        givenBack(sick);
        sick = content();
        sick.put(TEMPLATE, sick.getOrDefault(TEMPLATE, "").replace("{item.title}", "{item.no-such}"));
        givenBack(sick);
        sick = content();
        sick.put("directives.json", announced("2026-12-01T00:00:00Z", "2026-11-01T00:00:00Z"));
        givenBack(sick);
        sick.put("directives.json", "[{}]");
        givenBack(sick);
        sick.put("directives.json", "{");
        givenBack(sick);
    }

    private void givenBack(Map<String, String> sick) throws IOException {
        long number = shelf().newest() + 1;
        bring(number, sick).show(number);
        events.clear();
        assertEquals(0, begin().number());
        assertTrue(told("RELEASE_ROLLED_BACK"));
        assertEquals(0, shelf().active());
        assertEquals(number, shelf().newest());
    }

    @Test
    void aDamagedCopyIsNotShown() throws IOException {
        ReleaseShelf shelf = bring(4, content());
        shelf.show(4);
        shelf.good();
        Files.writeString(shelf.content(4).resolve("notices.json"), "[]");
        assertEquals(0, begin().number());
        assertTrue(told("RELEASE_DAMAGED"));
    }

    @Test
    void staffAreToldOfACopyThatNobodyHasConfirmedForAMonth() {
        Content shown = new Content(9, Optional.of(NOW), Offers.NONE, List.of(), List.of());
        Optional<Instant> heard = Optional.of(NOW);
        assertEquals(Optional.empty(), line(shown, heard, Duration.ofDays(30)).unheard());
        assertEquals(Optional.of(31L), line(shown, heard, Duration.ofDays(31)).unheard());
    }

    private static ContentLine line(Content shown, Optional<Instant> heard, Duration later) {
        return ContentLine.of(shown, heard, Optional.empty(), NOW.plus(later), ZoneOffset.UTC);
    }
}
