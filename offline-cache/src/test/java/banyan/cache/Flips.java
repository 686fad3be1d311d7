package banyan.cache;

import banyan.acceptance.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Changes one byte anywhere in what a terminal keeps (database, log, papers, keys of epochs), opens it, and holds what is there against
 * what was kept: nothing of it may read otherwise, and all but one record must be there.
 */
final class Flips {
    private static final int ENTRIES = 12;

    private final Path folder;
    private final Random random;
    private final Map<String, byte[]> payloads = new HashMap<>();
    private final Map<String, List<byte[]>> papers = new HashMap<>();
    private final List<Sealed> waiting = new ArrayList<>();
    private final List<Sealed> received = new ArrayList<>();

    /** What lies on the disk of a terminal that was shut, and of one that was cut off with a log: bytes by name, the device key apart. */
    private final List<Map<String, byte[]>> images = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param untouched rounds after which everything was there
     * @param salvaged those of them in which the database had to be made anew
     * @param lost rounds that have cost one record
     * @param broken what must not be: something reads otherwise, more is lost than one record, or it does not open
     */
    record Outcome(int rounds, int untouched, int salvaged, int lost, List<String> broken) {}

    Flips(Path folder, long seed) throws IOException {
        this.folder = folder.resolve("flips");
        this.random = new Random(seed);
        keep();
    }

    private void keep() throws IOException {
        try (Journal journal = Given.journal(folder)) {
            for (int round = 0; round < ENTRIES; round++) {
                if (round == ENTRIES / 2 && !journal.nextEpoch()) {
                    throw new AssertionError("no epoch");
                }
                PageStore pages = PageStore.open(folder, VisitKey.random());
                List<byte[]> clear = round % 4 == 0 ? List.of(Given.bytes(100, round), Given.bytes(70_000, round)) : List.of();
                Sealed plain = Given.sealed(journal, clear.stream().map(page -> Given.page(pages, page)).toList());
                byte[] payload = Given.bytes(200 + round * 1500, round);
                Sealed sealed = new Sealed(plain.what(), plain.id(), plain.number(), payload, plain.papers());
                if (!(journal.append(sealed, pages, Given.SOON) instanceof Appended.Kept)) {
                    throw new AssertionError("not kept");
                }
                payloads.put(sealed.id().toString(), payload);
                papers.put(sealed.id().toString(), clear);
                waiting.add(sealed);
                var _ = pages.abandon();
            }
            for (int round = 0; round < 3; round++) {
                Sealed settled = waiting.remove(round);
                byte[] receipt = Receipts.json(settled);
                if (!journal.settle(journal.pending(settled.id().toString()).orElseThrow(), receipt)) {
                    throw new AssertionError("not settled");
                }
                received.add(settled);
            }
            images.add(image());
        }
        images.add(image());
    }

    private Map<String, byte[]> image() throws IOException {
        Map<String, byte[]> image = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith("keys/") && !name.endsWith("-shm")) {
                    image.put(name, Files.readAllBytes(file));
                }
            }
        }
        return image;
    }

    /** Lays an image down with one byte changed; says which. */
    private String lay() throws IOException {
        Map<String, byte[]> image = images.get(random.nextInt(images.size()));
        List<String> names = image.keySet().stream().filter(name -> sized(image, name) > 0).toList();
        // Half of the flips go into the database and its log, where most can go wrong.
        List<String> database = names.stream().filter(name -> name.startsWith("journal.")).toList();
        List<String> from = random.nextBoolean() ? database : names;
        String hit = from.get(random.nextInt(from.size()));
        return lay(image, hit, random.nextInt(sized(image, hit)));
    }

    private String lay(Map<String, byte[]> image, String hit, int at) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!folder.relativize(file).startsWith("keys")) {
                    Files.delete(file);
                }
            }
        }
        // An aside is counted by its folder.
        if (Files.exists(folder.resolve("damaged"))) {
            FaultLoop.remove(folder.resolve("damaged"));
        }
        for (String name : image.keySet()) {
            byte[] bytes = Optional.ofNullable(image.get(name)).orElseThrow().clone();
            if (name.equals(hit)) {
                bytes[at] ^= (byte) (1 + random.nextInt(255));
            }
            Path file = folder.resolve(name);
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
            Files.write(file, bytes);
        }
        return "byte " + at + " of " + hit;
    }

    private static int sized(Map<String, byte[]> image, String name) {
        return Optional.ofNullable(image.get(name)).orElseThrow().length;
    }

    /** A change to every fortieth byte of the names and columns of the tables, which stand at the end of the first page. */
    Outcome tables() throws IOException {
        Map<String, byte[]> image = images.getLast();
        byte[] database = Optional.ofNullable(image.get(JournalFile.NAME)).orElseThrow();
        String page = new String(database, 0, Pages.SIZE, StandardCharsets.ISO_8859_1);
        List<Integer> places = new ArrayList<>();
        for (int at = page.indexOf("table") + random.nextInt(40); at < Pages.SIZE; at += 40) {
            places.add(at);
        }
        return rounds(places.stream().<Laying>map(at -> () -> lay(image, JournalFile.NAME, at)).toList());
    }

    private interface Laying {
        String lay() throws IOException;
    }

    Outcome rounds(int rounds) throws IOException {
        return rounds(Collections.<Laying>nCopies(rounds, this::lay));
    }

    private Outcome rounds(List<Laying> rounds) throws IOException {
        int untouched = 0;
        int salvaged = 0;
        int lost = 0;
        List<String> broken = new ArrayList<>();
        for (Laying round : rounds) {
            String where = round.lay();
            try (Journal journal = Given.journal(folder)) {
                int missing = missing(journal);
                salvaged += journal.report().salvaged();
                untouched += missing == 0 ? 1 : 0;
                lost += missing == 1 ? 1 : 0;
                if (missing > 1) {
                    broken.add(where + ": " + missing + " records lost");
                }
            } catch (AssertionError | RuntimeException failed) {
                broken.add(where + ": " + failed);
            }
        }
        return new Outcome(rounds.size(), untouched, salvaged, lost, broken);
    }

    private int missing(Journal journal) {
        int missing = 0;
        for (Sealed sealed : waiting) {
            String name = sealed.id().toString();
            Optional<Outgoing> out = journal.pending(name).flatMap(journal::read);
            boolean whole = out.isPresent() && same(name, out.get().payload()) && wholePapers(journal, name, out.get());
            missing += whole ? 0 : 1;
        }
        for (Sealed sealed : received) {
            boolean there = journal.standing(sealed.id()).orElse(null) instanceof Standing.Received(var number, var _, var receipt)
                    && isRight(sealed, number, receipt);
            missing += there ? 0 : 1;
        }
        return missing;
    }

    private static boolean isRight(Sealed sealed, String number, Receipt receipt) {
        if (!number.equals(sealed.number()) || !Arrays.equals(Wire.write(receipt), Receipts.json(sealed))) {
            throw new AssertionError("a receipt reads otherwise");
        }
        return true;
    }

    private boolean same(String name, byte[] payload) {
        if (!Arrays.equals(payloads.get(name), payload)) {
            throw new AssertionError("a request reads otherwise");
        }
        return true;
    }

    private boolean wholePapers(Journal journal, String name, Outgoing out) {
        List<byte[]> clear = Optional.ofNullable(papers.get(name)).orElseThrow();
        for (int at = 0; at < clear.size(); at++) {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            try {
                journal.read(out.papers().get(at), read);
            } catch (IOException missingOrBroken) {
                // What has been given out before is right all the same.
                byte[] begun = read.toByteArray();
                if (!Arrays.equals(begun, Arrays.copyOf(clear.get(at), begun.length))) {
                    throw new AssertionError("a paper reads otherwise");
                }
                return false;
            }
            if (!Arrays.equals(clear.get(at), read.toByteArray())) {
                throw new AssertionError("a paper reads otherwise");
            }
        }
        return true;
    }

    /** The control: a program that decrypts and does not look at the tag. It ends where it is found out. */
    Outcome roundsOfTheTrusting(int rounds) throws IOException {
        List<String> broken = new ArrayList<>();
        int round = 0;
        while (round < rounds && broken.isEmpty()) {
            round++;
            String where = lay();
            EntrySeal seal = new EntrySeal(Given.vault(folder));
            try (JournalDb db = JournalDb.open(folder.resolve(JournalFile.NAME), UnaryOperator.identity(), _ -> OptionalInt.empty())) {
                Rows rows = new Rows(db);
                for (Rows.Row row : rows.after(-1, Integer.MAX_VALUE)) {
                    Optional<EntrySeal.Opened> head = seal.open(row.id(), row.head());
                    Optional<byte[]> body = rows.body(row.id());
                    if (head.isPresent() && body.isPresent() && body.get().length > Gcm.OVERHEAD) {
                        boolean _ = same(head.get().head().name(), untagged(head.get().key(), body.get()));
                    }
                }
            } catch (AssertionError | SQLException found) {
                if (found instanceof AssertionError) {
                    broken.add(where + ": " + found.getMessage());
                }
            }
        }
        return new Outcome(round, 0, 0, 0, broken);
    }

    /** GCM without its tag is counter mode from 2 on. */
    private static byte[] untagged(byte[] key, byte[] sealed) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] counter = ByteBuffer.allocate(16).put(sealed, 0, Gcm.NONCE).putInt(2).array();
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
            return cipher.doFinal(sealed, Gcm.NONCE, sealed.length - Gcm.OVERHEAD);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
