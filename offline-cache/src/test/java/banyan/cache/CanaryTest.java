package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that recognises a citizen stands in the clear in any file of the cache, at any time of a visit and after. */
class CanaryTest {
    private static final byte[] PICTURE = Given.bytes(90_000, 77);

    @TempDir
    Path folder;

    @Test
    void noFileHoldsNameNumberOrPictureInAnyForm() throws IOException {
        VisitKey key = VisitKey.random();
        PageStore pages = PageStore.open(folder, key);
        InstantSource clock = InstantSource.fixed(Given.NOON);
        List<Path> seen = new ArrayList<>();
        try (Journal journal = Given.journal(folder);
                DraftRefuge refuge = DraftRefuge.open(folder, Given.vault(folder), clock)) {
            PageHandle page = Given.page(pages, PICTURE);
            Sealed sealed = Given.sealed(journal, List.of(page));
            assertInstanceOf(
                    DraftRefuge.Saved.Safe.class,
                    refuge.save(sealed.payload(), key, Given.CARD.toCharArray(), Given.NOON.plusSeconds(500)));
            seen.addAll(search("in mid-visit"));
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
            assertInstanceOf(Appended.Kept.class, journal.append(evaluation(), Given.SOON));
            journal.sent(journal.pending().getFirst());
            seen.addAll(search("kept"));
            assertTrue(journal.settle(journal.pending().getFirst(), Receipts.json(sealed)));
            assertInstanceOf(Cleared.Gone.class, refuge.destroy(key));
            assertEquals(2, pages.abandon().size());
            seen.addAll(search("received and wiped"));
        }
        seen.addAll(search("closed"));
        assertTrue(seen.size() > 10, "only " + seen.size() + " files were searched");
    }

    @Test
    void theSearchFindsWhatLiesInTheClear() throws IOException {
        for (byte[] form : forms().values()) {
            Path file = folder.resolve("clear");
            byte[] around = new byte[form.length + 20];
            System.arraycopy(form, 0, around, 7, form.length);
            Files.write(file, around);
            assertTrue(!hits(file).isEmpty());
        }
    }

    @Test
    void everyFileIsItsOwnersOnly() throws IOException {
        try (Journal journal = Given.journal(folder)) {
            PageStore pages = PageStore.open(folder, VisitKey.random());
            Sealed sealed = Given.sealed(journal, Given.pages(pages, 100));
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
            for (Path file : files()) {
                String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertEquals("rw-------", rights, String.valueOf(file.getFileName()));
            }
        }
    }

    private static Note evaluation() {
        String json = "{\"level\":5,\"reasons\":[],\"at\":\"2026-11-21T04:05:06Z\",\"phone\":\"" + Given.CARD + "\"}";
        return new Note(
                Note.Kind.EVALUATION, "7d444840-9dc0-11d1-b245-5ffdce74fad2", json.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> search(String when) throws IOException {
        List<Path> files = files();
        for (Path file : files) {
            assertEquals(List.of(), hits(file), when + ": " + folder.relativize(file));
        }
        return files;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static List<String> hits(Path file) throws IOException {
        String content = latin(Files.readAllBytes(file));
        String name = String.valueOf(file.getFileName());
        return forms().entrySet().stream()
                .filter(form -> content.contains(latin(form.getValue())) || name.contains(latin(form.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The canaries as they would lie in a file. Of a picture any 24 bytes in a row will do, for no two share them by chance. */
    private static Map<String, byte[]> forms() {
        Map<String, byte[]> clear = new LinkedHashMap<>();
        clear.put("name", Given.NAME.getBytes(StandardCharsets.UTF_8));
        clear.put("number", Given.CARD.getBytes(StandardCharsets.UTF_8));
        clear.put(
                "number reversed",
                new StringBuilder(Given.CARD).reverse().toString().getBytes(StandardCharsets.UTF_8));
        clear.put("address", "五一北路 18 号".getBytes(StandardCharsets.UTF_8));
        clear.put("picture", Arrays.copyOfRange(PICTURE, 66_000, 66_024));
        clear.put("hash", HexFormat.of().parseHex(Sha256.of(PICTURE).hex()));
        clear.put(
                "hash of number",
                HexFormat.of()
                        .parseHex(Sha256.of(Given.CARD.getBytes(StandardCharsets.UTF_8))
                                .hex()));
        Map<String, byte[]> forms = new LinkedHashMap<>();
        clear.forEach((what, bytes) -> {
            forms.put(what, bytes);
            forms.put(what + " in hex", ascii(HexFormat.of().formatHex(bytes)));
            forms.put(what + " in HEX", ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
            for (int shift = 0; shift < 3; shift++) {
                forms.put(what + " in Base64, shifted by " + shift, base64(bytes, shift));
            }
        });
        for (String text : List.of(Given.NAME, Given.CARD)) {
            forms.put(text.length() + " characters in UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
            forms.put(text.length() + " characters in UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
        }
        return forms;
    }

    /** What these bytes look like inside a longer Base64 text, at each of the three places they may fall on. */
    private static byte[] base64(byte[] bytes, int shift) {
        ByteArrayOutputStream shifted = new ByteArrayOutputStream();
        shifted.writeBytes(new byte[shift]);
        shifted.writeBytes(bytes);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted.toByteArray());
        return ascii(text.substring(shift == 0 ? 0 : shift + 1, text.length() - 2));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
