package banyan.server.store;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Papers in a bucket, under the names that {@link PaperFolder} gives its files. A paper lands in a folder of this machine first, where
 * its hash is checked and chunks wait for each other; it is kept once the store has answered for these bytes, and leaves the folder then.
 */
public final class S3Papers implements PaperStore {
    private static final Logger LOG = LoggerFactory.getLogger(S3Papers.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENT = Duration.ofSeconds(15);
    private static final Duration TRY = Duration.ofMinutes(2);
    private static final Duration ALL_TRIES = Duration.ofMinutes(4);
    private static final AwsRequestOverrideConfiguration QUESTION = AwsRequestOverrideConfiguration.builder()
            .apiCallAttemptTimeout(Duration.ofSeconds(5))
            .apiCallTimeout(Duration.ofSeconds(10))
            .build();
    private static final int PORTION = 64 * 1024;
    private static final int ABSENT = 404;
    private static final int FULL = 507;

    private final PaperFolder landing;
    private final S3Client store;
    private final String bucket;

    /**
     * @param folder in which papers land
     * @param reserve bytes that must stay free there
     * @throws IOException if the folder cannot be used, or if others can read the key
     */
    public S3Papers(S3At at, Path folder, long reserve) throws IOException {
        this(at, new PaperFolder(folder, reserve));
    }

    /** One beside a centre that is running: nothing that is on its way there is touched. */
    public static S3Papers reading(S3At at, Path folder) throws IOException {
        return new S3Papers(at, PaperFolder.reading(folder));
    }

    private S3Papers(S3At at, PaperFolder landing) throws IOException {
        this.landing = landing;
        this.bucket = at.bucket();
        List<String> key = key(at.keyFile());
        this.store = S3Client.builder()
                .endpointOverride(at.endpoint())
                .region(Region.of(at.region()))
                // A bucket's name in the host needs a name service that knows it; stores of one's own seldom have that.
                .forcePathStyle(true)
                // We give the checksums ourselves: ours are of what the terminal has signed.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key.get(0), key.get(1))))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENT))
                .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(TRY).apiCallTimeout(ALL_TRIES))
                .build();
    }

    private static List<String> key(Path file) throws IOException {
        Set<PosixFilePermission> own = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if (!own.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(file + " can be read by others; chmod 600 first");
        }
        List<String> lines = Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() != 2) {
            throw new IOException(file + " must have two lines, the key's id and the key");
        }
        return lines;
    }

    @Override
    public Taken keep(String terminal, SubmissionId submission, Sha256 hash, InputStream bytes, long most)
            throws IOException {
        return landing.land(hash, bytes, most, (part, _) -> put(part, terminal, submission, hash));
    }

    @Override
    public Taken finish(UUID upload, String terminal, SubmissionId submission, Sha256 hash) throws IOException {
        if (!landing.hash(upload).equals(hash)) {
            return new Taken.Differs();
        }
        // If the store is away now, what has arrived stays, and is put there when the terminal asks again.
        Taken taken = put(landing.file(upload), terminal, submission, hash);
        if (taken instanceof Taken.Kept) {
            landing.drop(upload);
        }
        return taken;
    }

    /** The store answers only for bytes that have both sums: SHA-256 where it knows that, MD5 where it is older. */
    private Taken put(Path file, String terminal, SubmissionId submission, Sha256 hash) throws IOException {
        long size = Files.size(file);
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(name(terminal, submission, hash))
                .contentLength(size)
                .contentMD5(md5(file))
                .checksumSHA256(Base64.getEncoder().encodeToString(Hashes.bytes(hash)))
                .build();
        try {
            store.putObject(request, RequestBody.fromFile(file));
            return new Taken.Kept(size);
        } catch (SdkServiceException refused) {
            if (refused.statusCode() == FULL) {
                return new Taken.NoRoom();
            }
            throw away(refused);
        } catch (SdkException failed) {
            throw away(failed);
        }
    }

    private static String md5(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] portion = new byte[PORTION];
            for (int count = bytes.read(portion); count >= 0; count = bytes.read(portion)) {
                digest.update(portion, 0, count);
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean holds(String terminal, SubmissionId submission, Sha256 hash, long size) {
        try {
            HeadObjectResponse held = store.headObject(asked -> asked.bucket(bucket)
                    .key(name(terminal, submission, hash))
                    .checksumMode(ChecksumMode.ENABLED)
                    .overrideConfiguration(QUESTION));
            String sum = held.checksumSHA256();
            return held.contentLength() == size
                    && (sum == null || sum.equals(Base64.getEncoder().encodeToString(Hashes.bytes(hash))));
        } catch (NoSuchKeyException absent) {
            return false;
        } catch (SdkException failed) {
            throw away(failed);
        }
    }

    @Override
    public InputStream open(String terminal, SubmissionId submission, Sha256 hash) throws IOException {
        String name = name(terminal, submission, hash);
        try {
            return store.getObject(asked -> asked.bucket(bucket).key(name));
        } catch (NoSuchKeyException absent) {
            throw new NoSuchFileException(name);
        } catch (SdkException failed) {
            throw away(failed);
        }
    }

    @Override
    public void delete(String terminal, SubmissionId submission, Sha256 hash) {
        try {
            store.deleteObject(asked -> asked.bucket(bucket).key(name(terminal, submission, hash)));
        } catch (SdkException failed) {
            throw away(failed);
        }
    }

    @Override
    public boolean answers() {
        try {
            store.headBucket(asked -> asked.bucket(bucket).overrideConfiguration(QUESTION));
            return true;
        } catch (SdkException failed) {
            away(failed);
            return false;
        }
    }

    private static Away away(SdkException failed) {
        int status = failed instanceof SdkServiceException refused ? refused.statusCode() : 0;
        // A 403 is a key that does not fit, a 404 a bucket that is not there; no message of the store, which names what was asked.
        LOG.warn("PAPER-STORE-AWAY status={} kind={}", status, failed.getClass().getSimpleName());
        return new Away(status == 0 ? "no answer" : status == ABSENT ? "no bucket" : "status " + status);
    }

    private static String name(String terminal, SubmissionId submission, Sha256 hash) {
        String id = submission.toString();
        return terminal + "/" + id.substring(0, 2) + "/" + id + "/" + hash.hex();
    }

    @Override
    public boolean hasRoom(long bytes) throws IOException {
        return landing.hasRoom(bytes);
    }

    @Override
    public long received(UUID upload) throws IOException {
        return landing.received(upload);
    }

    @Override
    public Appended append(UUID upload, long from, long most, Optional<Sha256> promised, InputStream bytes)
            throws IOException {
        return landing.append(upload, from, most, promised, bytes);
    }

    @Override
    public void drop(UUID upload) throws IOException {
        landing.drop(upload);
    }

    @Override
    public void keepUploads(Map<UUID, Long> received) throws IOException {
        landing.keepUploads(received);
    }

    @Override
    public void close() {
        store.close();
    }
}
