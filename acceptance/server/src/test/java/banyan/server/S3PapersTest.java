package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Missing;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.store.PaperStore;
import banyan.server.store.S3At;
import banyan.server.store.S3Papers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers in a bucket, with somebody else's server at the other end: S3Proxy, which checks signatures and sums, over a folder. */
class S3PapersTest {
    private static final String BUCKET = "papers";

    @TempDir
    static Path shelf;

    private static S3Proxy proxy;
    private static BlobStoreContext blobs;
    private static Path keyFile;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws Exception {
        Properties where = new Properties();
        where.setProperty("jclouds.filesystem.basedir", shelf.resolve("store").toString());
        Files.createDirectory(shelf.resolve("store"));
        blobs = ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
                .credentials("local", "local")
                .overrides(where)
                .build(BlobStoreContext.class);
        BlobStore store = blobs.getBlobStore();
        store.createContainerInLocation(null, BUCKET);
        proxy = proxy(store);
        keyFile = keys("key", "secret-of-the-centre");
    }

    private static S3Proxy proxy(BlobStore store) throws Exception {
        S3Proxy made = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "centre", "secret-of-the-centre")
                .ignoreUnknownHeaders(true)
                .build();
        made.start();
        return made;
    }

    @AfterAll
    static void shut() throws Exception {
        proxy.stop();
        blobs.close();
    }

    private static Path keys(String name, String secret) throws IOException {
        Path file = Files.createFile(
                shelf.resolve(name), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, "centre\n" + secret + "\n");
    }

    private static S3At at(int port, Path keys) {
        return new S3At(URI.create("http://127.0.0.1:" + port), "us-east-1", BUCKET, keys);
    }

    @Test
    void aSubmissionWithAPaperInABucketIsReceivedAndReadBack() throws IOException {
        byte[] page = TusAtTest.page(700_000);
        Submission submission = Cases.with(page);
        try (Centre centre = centre(at(proxy.getPort(), keyFile))) {
            TerminalAtTest there = there(centre);
            assertEquals(202, there.put(Cases.path(submission), submission).status());
            assertEquals(204, there.putPaper(submission.id(), page).status());
            assertEquals(204, there.putPaper(submission.id(), page).status());
            assertEquals(201, there.put(Cases.path(submission), submission).status());
            var held = centre.records().papers(House.TERMINAL, submission.id()).getFirst();
            assertArrayEquals(page, centre.records().bytes(held));
            assertEquals(List.of(), filesUnder(folder.resolve("papers")), "it has left the folder on its way");
        }
    }

    @Test
    void whatIsGoneFromTheBucketOrCutIsAskedForAgain() throws IOException {
        byte[] page = TusAtTest.page(5_000);
        Submission submission = Cases.with(page);
        try (Centre centre = centre(at(proxy.getPort(), keyFile))) {
            TerminalAtTest there = there(centre);
            for (boolean cut : new boolean[] {true, false}) {
                assertEquals(204, there.putPaper(submission.id(), page).status());
                Path object = object(submission.id(), page);
                if (cut) {
                    Files.write(object, Arrays.copyOf(page, 4_000));
                } else {
                    Files.delete(object);
                }
                assertEquals(
                        new Missing(List.of(Sha256.of(page))),
                        there.put(Cases.path(submission), submission).as(Missing.class));
            }
        }
    }

    @Test
    void chunksWaitHereWhileTheBucketIsAwayAndGoThereWhenItIsBack() throws Exception {
        byte[] page = TusAtTest.page(300_000);
        Submission submission = Cases.with(page);
        S3Proxy gone = proxy(blobs.getBlobStore());
        int port = gone.getPort();
        String upload;
        try (Centre centre = centre(at(port, keyFile))) {
            TerminalAtTest there = there(centre);
            assertEquals(202, there.put(Cases.path(submission), submission).status());
            upload = TusAtTest.location(TusAtTest.begin(there, submission.id(), Sha256.of(page), page.length));
            assertEquals(204, TusAtTest.chunk(there, upload, 0, Arrays.copyOf(page, 100_000)).status());
            gone.stop();
            Heard away = TusAtTest.chunk(there, upload, 100_000, Arrays.copyOfRange(page, 100_000, page.length));
            assertEquals(503, away.status());
            assertEquals("STORE-AWAY", away.code());
            assertTrue(away.headers().get("Retry-After") != null);
            assertEquals("STORE-AWAY", there.putPaper(SubmissionId.random(), page).code());
        }
        try (Centre centre = centre(at(proxy.getPort(), keyFile))) {
            TerminalAtTest there = there(centre);
            assertEquals(page.length, TusAtTest.offset(there, upload));
            assertEquals(201, there.put(Cases.path(submission), submission).status());
            assertArrayEquals(page, Files.readAllBytes(object(submission.id(), page)));
        }
    }

    @Test
    void aPaperThatIsForgottenIsGoneFromTheBucket() throws IOException {
        byte[] page = TusAtTest.page(2_000);
        SubmissionId id = SubmissionId.random();
        try (S3Papers papers = new S3Papers(at(proxy.getPort(), keyFile), folder, 0)) {
            Sha256 hash = Sha256.of(page);
            assertInstanceOf(
                    PaperStore.Taken.Kept.class,
                    papers.keep(House.TERMINAL, id, hash, new ByteArrayInputStream(page), page.length));
            papers.delete(House.TERMINAL, id, hash);
            papers.delete(House.TERMINAL, id, hash);
            assertTrue(Files.notExists(object(id, page)));
            assertTrue(!papers.holds(House.TERMINAL, id, hash, page.length));
            assertThrows(java.nio.file.NoSuchFileException.class, () -> readAll(papers, id, hash));
        }
    }

    @Test
    void aWrongKeyIsNoAnswerAboutAnyPaper() throws IOException {
        try (S3Papers papers = new S3Papers(at(proxy.getPort(), keys("wrong", "another")), folder, 0)) {
            Sha256 hash = Sha256.of(new byte[] {1});
            assertThrows(PaperStore.Away.class, () -> papers.holds(House.TERMINAL, SubmissionId.random(), hash, 1));
            assertTrue(!papers.answers());
        }
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws IOException {
        Path open = Files.writeString(shelf.resolve("open"), "centre\nsecret\n");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        IOException refused = assertThrows(IOException.class, () -> new S3Papers(at(proxy.getPort(), open), folder, 0).close());
        assertEquals(open + " can be read by others; chmod 600 first", refused.getMessage());
    }

    private static void readAll(S3Papers papers, SubmissionId id, Sha256 hash) throws IOException {
        try (InputStream bytes = papers.open(House.TERMINAL, id, hash)) {
            bytes.readAllBytes();
        }
    }

    private static Path object(SubmissionId id, byte[] page) {
        String name = id.toString();
        return shelf.resolve("store").resolve(BUCKET).resolve(House.TERMINAL).resolve(name.substring(0, 2)).resolve(name)
                .resolve(Sha256.of(page).hex());
    }

    private Centre centre(S3At at) throws IOException {
        Centre centre = Centre.start(House.settings(folder).withEngine(Engine.USUAL.withBucket(at)), House.ITEMS);
        centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
        return centre;
    }

    private static TerminalAtTest there(Centre centre) {
        return new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
