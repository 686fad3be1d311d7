package banyan.cache;

import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The sealed pages of one visit: encrypted from the first byte, under random names, with a key that only the visit has. What
 * the journal takes over it takes by a second name of its own, so that ending the visit never touches it.
 */
public final class PageStore {
    /** The folder of visits inside the cache's folder; one folder below it for each visit. */
    static final String VISITS = "visits";

    /** Pages stop here, so that the journal can still keep what has been confirmed. */
    static final long LEFT_FOR_JOURNAL = 16L << 20;

    private static final String UNFINISHED = ".part";

    private final Disk disk;
    private final Path folder;
    private final VisitKey key;
    private final Spares spares;
    private final AtomicBoolean put = new AtomicBoolean();

    /** What became of putting a page away. */
    public sealed interface Put {
        /** On the disk, flushed. */
        record Stored(PageHandle page) implements Put {}

        /** There is no room; nothing of the page remains. */
        record Full() implements Put {}

        /** Nothing of the page remains. */
        record Failed(String code) implements Put {}
    }

    /** What became of reading one back. */
    public sealed interface Page {
        /** Exactly the bytes that were put. */
        record Bytes(byte[] bytes) implements Page {
            @Override
            public String toString() {
                return "Bytes[" + bytes.length + "]";
            }
        }

        /** It is not there, or is not what was put; scan it again. */
        record Damaged(String code) implements Page {}
    }

    private PageStore(Disk disk, Path folder, VisitKey key) {
        this.disk = disk;
        this.folder = folder;
        this.key = key;
        this.spares = new Spares(disk, folder);
    }

    /** The store of this visit, new or found again after a crash. {@code cache} is the folder of journal and refuge too. */
    public static PageStore open(Path cache, VisitKey key) {
        return open(cache, key, new OsDisk());
    }

    static PageStore open(Path cache, VisitKey key, Disk disk) {
        return new PageStore(disk, cache.resolve(VISITS).resolve(key.visit()), key);
    }

    /** Encrypts the page and returns when it is on the disk. */
    public Put put(byte[] bytes) {
        if (bytes.length > Paper.MAX_BYTES) {
            return new Put.Failed("PAGE-TOO-LARGE");
        }
        // Hashing takes as long as sealing and writing together, so it is done beside them.
        CompletableFuture<Sha256> hash =
                CompletableFuture.supplyAsync(() -> Sha256.of(bytes), work -> Thread.ofVirtual().start(work));
        return put(new ByteArrayInputStream(bytes), bytes.length, hash::join);
    }

    /** The same for a paper that is too large to be held: {@code size} bytes, no more than a chunk of them at a time. */
    public Put put(InputStream bytes, long size) {
        if (size > Paper.MAX_TOTAL) {
            return new Put.Failed("PAGE-TOO-LARGE");
        }
        MessageDigest digest = Sha256.digest();
        return put(new DigestInputStream(bytes, digest), size, () -> Sha256.of(digest.digest(), 0));
    }

    private Put put(InputStream bytes, long size, Supplier<Sha256> hash) {
        try {
            disk.makeFolder(folder);
            if (disk.usable(folder) < size + LEFT_FOR_JOURNAL) {
                return new Put.Full();
            }
        } catch (IOException failure) {
            return failed(failure);
        }
        Optional<Path> spare = spares.take();
        Path whole = spare.orElseGet(() -> folder.resolve(HexFormat.of().formatHex(Randomness.bytes(16))));
        Path part = whole.resolveSibling(whole.getFileName() + UNFINISHED);
        try {
            if (spare.isPresent()) {
                // Its name is on the disk already.
                write(whole, true, bytes, size);
            } else {
                write(part, false, bytes, size);
                disk.move(part, whole);
                disk.flushFolder(folder);
            }
            // Who puts a second page will put a third.
            if (put.getAndSet(true)) {
                spares.prepare(size);
            }
            return new Put.Stored(new PageHandle(String.valueOf(whole.getFileName()), size, hash.get()));
        } catch (IOException failure) {
            remove(part);
            remove(whole);
            return failed(failure);
        }
    }

    private static Put failed(IOException failure) {
        return Disk.isFull(failure) ? new Put.Full() : new Put.Failed("PAGE-UNWRITABLE");
    }

    private void write(Path file, boolean prepared, InputStream bytes, long size) throws IOException {
        byte[] outer = key.bytes();
        try (Disk.Output output = prepared ? disk.reopen(file) : disk.create(file)) {
            SealedFile.write(output, key.suite(), outer, bytes);
            output.cut();
            // The time of a file would tell when somebody was here.
            disk.setTime(file, Instant.EPOCH);
            output.force();
        } finally {
            Arrays.fill(outer, (byte) 0);
        }
        if (disk.size(file) != SealedFile.sealedSize(size)) {
            throw new IOException("the page is not as long as it was to be");
        }
    }

    private void remove(Path file) {
        try {
            boolean _ = disk.delete(file);
        } catch (IOException stays) {
            // Unreadable without the visit's key, and gone with the visit's folder.
        }
    }

    /** Reads a page back and proves that it is the one. */
    public Page read(PageHandle page) {
        Optional<byte[]> own = fileKey(page);
        if (own.isEmpty()) {
            return new Page.Damaged("PAGE-DAMAGED");
        }
        try (InputStream sealed = disk.open(file(page))) {
            ByteArrayOutputStream clear = new ByteArrayOutputStream((int) Math.clamp(page.size(), 0, Paper.MAX_BYTES));
            SealedFile.read(sealed, own.get(), clear);
            byte[] bytes = clear.toByteArray();
            boolean same = bytes.length == page.size() && Sha256.of(bytes).equals(page.hash());
            return same ? new Page.Bytes(bytes) : new Page.Damaged("PAGE-DAMAGED");
        } catch (SealedFile.Broken broken) {
            return new Page.Damaged("PAGE-DAMAGED");
        } catch (IOException failure) {
            return new Page.Damaged("PAGE-UNREADABLE");
        } finally {
            Arrays.fill(own.get(), (byte) 0);
        }
    }

    /** Removes one page, because it was scanned again or taken out. */
    public void drop(PageHandle page) {
        remove(file(page));
    }

    /** Ends the visit: forgets its key, then unlinks its pages. Each line says what became of it. */
    public List<Cleared> abandon() {
        key.forget();
        int unused = spares.close();
        Cleared pages = unlink(disk, folder);
        return List.of(
                new Cleared.Gone(Cleared.Part.VISIT_KEY, 1),
                pages instanceof Cleared.Gone(var part, var count) ? new Cleared.Gone(part, count - unused) : pages);
    }

    /** Whether the next page will find a file prepared. */
    boolean isPrepared() {
        return spares.areReady();
    }

    /** Unlinks the pages of a visit whose key is nowhere any more. */
    static Cleared unlink(Disk disk, Path folder) {
        int gone = 0;
        try {
            for (Path page : disk.list(folder)) {
                gone += disk.delete(page) ? 1 : 0;
            }
            if (disk.delete(folder)) {
                disk.flushFolder(folder.resolve("..").normalize());
            }
            return new Cleared.Gone(Cleared.Part.PAGES, gone);
        } catch (NoSuchFileException already) {
            return new Cleared.Gone(Cleared.Part.PAGES, gone);
        } catch (IOException failure) {
            return new Cleared.Left(Cleared.Part.PAGES, "PAGES-NOT-REMOVED");
        }
    }

    Path file(PageHandle page) {
        return folder.resolve(page.name());
    }

    /** Reads the whole page to see that it is the one, and gives its own key, with which the journal keeps it. */
    Optional<byte[]> prove(PageHandle page) {
        return fileKey(page).filter(own -> {
            MessageDigest digest = Sha256.digest();
            try (InputStream sealed = disk.open(file(page))) {
                SealedFile.read(sealed, own, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                return disk.size(file(page)) == SealedFile.sealedSize(page.size())
                        && Sha256.of(digest.digest(), 0).equals(page.hash());
            } catch (IOException failure) {
                return false;
            }
        });
    }

    /** The page's own key; empty where the file is damaged or gone. */
    private Optional<byte[]> fileKey(PageHandle page) {
        byte[] outer = key.bytes();
        try (InputStream sealed = disk.open(file(page))) {
            return SealedFile.key(sealed, outer);
        } catch (IOException failure) {
            return Optional.empty();
        } finally {
            Arrays.fill(outer, (byte) 0);
        }
    }
}
