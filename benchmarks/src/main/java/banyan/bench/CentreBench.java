package banyan.bench;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Paper;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.cache.Sealed;
import banyan.server.Centre;
import banyan.server.CentreSettings;
import banyan.server.store.Database;
import banyan.server.store.DatabaseAt;
import banyan.walk.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * What a centre takes in, durably and with a signed receipt, beside bare inserts into the same database in the same run; and how long those
 * wait who come as ten thousand terminals come in their busiest hour.
 */
final class CentreBench implements Bench {
    private static final String TERMINAL = "0137";
    private static final int ROUNDS = 5;
    private static final Duration SLICE = Duration.ofSeconds(4);
    private static final int CONNECTIONS = 8;
    private static final int CALLERS = 64;
    /** 10,000 terminals, 200 requests a day, twenty times the mean. */
    private static final int RATED = 463;

    private static final int ARRIVALS = RATED * 15;
    private static final double SHARE_OF_BARE = 0.5;

    @Override
    public String name() {
        return "centre";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("banyan-centre");
        KeyPair pair = KeyFiles.newPair();
        DatabaseAt place = new DatabaseAt.Embedded(folder.resolve("postgres"), folder.resolve("program"));
        try (Database database = Database.open(place, 2);
                Centre centre = Centre.start(
                        CentreSettings.in(Files.createDirectories(folder.resolve("centre")))
                                .withDatabase(database.at())
                                .withPaperReserve(0)
                                .withLimits(CONNECTIONS, 32, Duration.ofSeconds(2)),
                        new AnyItem())) {
            centre.introduce(TERMINAL, pair.getPublic());
            List<Figure> figures = new ArrayList<>(taken(database.at(), centre, pair));
            figures.addAll(rated(centre, pair));
            figures.add(CentreStart.measure(Home.find(), folder.resolve("started"), database.at()));
            return figures;
        } catch (ExecutionException | SQLException failed) {
            throw new IOException(failed);
        } finally {
            DrainBench.delete(folder);
        }
    }

    private static List<Figure> taken(DatabaseAt.Given at, Centre centre, KeyPair pair)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        prepareBare(at);
        List<Double> bare = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        // The first round warms both up.
        for (int round = 0; round <= ROUNDS; round++) {
            double inserted = bareInserts(at);
            double accepted = accepted(centre, pair);
            if (round > 0) {
                bare.add(inserted);
                ours.add(accepted);
                ratio.add(accepted / inserted);
            }
        }
        double reference = JournalBench.median(bare);
        return List.of(
                Figure.atLeast(
                        "centre: acceptances of 2 KB, durable, with signed receipt",
                        reference * JournalBench.median(ratio),
                        "1/s",
                        reference,
                        SHARE_OF_BARE),
                Figure.told("centre: the same, median", JournalBench.median(ours), "1/s"));
    }

    private static double accepted(Centre centre, KeyPair pair) throws InterruptedException, ExecutionException {
        // As many as the quickest could take in this time; what is left over is thrown away.
        List<byte[]> requests = requests(pair, (int) (SLICE.toSeconds() * 4000));
        Load.Result result = Load.closed(centre.address(), requests, CALLERS, SLICE);
        return result.perSecond(201);
    }

    private static List<Figure> rated(Centre centre, KeyPair pair) throws InterruptedException, ExecutionException {
        Load.Result result = Load.open(centre.address(), requests(pair, ARRIVALS), CALLERS, RATED);
        double median = result.millis(0.5);
        return List.of(
                Figure.atMost(
                        "centre: 99 in 100 answered, %d a second".formatted(RATED),
                        result.millis(0.99),
                        "ms",
                        median,
                        10),
                Figure.atLeast(
                        "centre: of these admitted", result.count(201), "", ARRIVALS, 0.95));
    }

    private static void prepareBare(DatabaseAt.Given at) throws SQLException, IOException {
        try (Connection connection = connection(at);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE bare (terminal text NOT NULL, id uuid NOT NULL, at timestamptz DEFAULT now(), hash bytea NOT NULL,
                                       body bytea NOT NULL, PRIMARY KEY (terminal, id));
                    CREATE TABLE bare_outbox (id bigserial PRIMARY KEY, about uuid NOT NULL, kind text);
                    """);
        }
    }

    /** One statement and one commit for each, on as many connections as the centre has. */
    private static double bareInserts(DatabaseAt.Given at) throws InterruptedException, ExecutionException {
        byte[] body = payload();
        byte[] hash = Sha256.digest().digest(body);
        return Load.inTurn(CONNECTIONS, SLICE, () -> {
            Connection connection = connection(at);
            PreparedStatement insert = connection.prepareStatement("""
                    WITH i AS (INSERT INTO bare (terminal, id, hash, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id)
                    INSERT INTO bare_outbox (about, kind) SELECT id, 'accepted' FROM i
                    """);
            return new Load.Step() {
                @Override
                public void take() throws SQLException {
                    insert.setString(1, TERMINAL);
                    insert.setObject(2, UUID.randomUUID());
                    insert.setBytes(3, hash);
                    insert.setBytes(4, body);
                    insert.executeUpdate();
                }

                @Override
                public void close() throws SQLException {
                    connection.close();
                }
            };
        });
    }

    private static Connection connection(DatabaseAt.Given at) throws SQLException, IOException {
        Properties properties = new Properties();
        properties.setProperty("user", at.user());
        properties.setProperty("password", Files.readString(at.passwordFile()).strip());
        properties.setProperty("prepareThreshold", "1");
        return DriverManager.getConnection(at.url(), properties);
    }

    private static byte[] payload() {
        return Sealed.of(submission(), List.of()).payload();
    }

    private static List<byte[]> requests(KeyPair pair, int count) {
        String date = Long.toString(Instant.now().getEpochSecond());
        return java.util.stream.IntStream.range(0, count)
                .parallel()
                .mapToObj(_ -> request(pair, date))
                .toList();
    }

    private static byte[] request(KeyPair pair, String date) {
        Submission submission = submission();
        byte[] body = Sealed.of(submission, List.of()).payload();
        String path = "/api/v1/submissions/" + submission.id();
        byte[] signature =
                Signing.sign(pair.getPrivate(), new Request("PUT", path, date, Sha256.of(body)).signedBytes());
        String headers = "Content-Type: application/json\r\n%s: %s\r\n%s: %s\r\n%s: %s\r\n"
                .formatted(
                        Request.TERMINAL,
                        TERMINAL,
                        Request.DATE,
                        date,
                        Request.SIGNATURE,
                        Base64.getEncoder().encodeToString(signature));
        return HttpLine.request("PUT", path, headers, body);
    }

    private static Submission submission() {
        TreeMap<String, String> answers = new TreeMap<>();
        answers.put("work", "x".repeat(1500));
        return new Submission(
                SubmissionId.random(),
                TERMINAL,
                "any",
                "1.0.0",
                Instant.now(),
                "zh-CN",
                new Submission.Applicant("样张", "350102199003071234", "ID_CARD"),
                answers,
                Collections.emptySortedMap(),
                List.<Paper>of(),
                "0137-2222",
                Optional.empty());
    }
}
