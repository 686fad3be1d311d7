package banyan.cache;

import banyan.acceptance.Release;
import banyan.acceptance.ReleaseFile;
import banyan.acceptance.ReleaseReport;
import banyan.cache.ReleaseShelf.Judgement;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Asks the centre for a newer release and fetches what of it is not here. A cut costs the file under way. For one thread at a time. */
public final class ReleaseFetch {
    private static final Duration MANIFEST = Duration.ofSeconds(20);
    private static final Duration FILE = Duration.ofSeconds(30);

    private final CentreClient client;
    private final ReleaseShelf shelf;
    private final InstantSource clock;

    /** What looking came to. */
    public sealed interface Found {
        /** What is here is the newest. */
        record Nothing() implements Found {}

        /** It is here, whole. */
        record Here(Release release) implements Found {}

        /** Something came and was not taken. */
        record Refused(long number, String code) implements Found {}

        /** The centre was not reached, or the disk did not do; it is tried again. */
        record NotNow(String code) implements Found {}
    }

    public ReleaseFetch(CentreClient client, ReleaseShelf shelf, InstantSource clock) {
        this.client = client;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Looks once. */
    public Found look() {
        try {
            String asked = "/api/v1/releases/newest?after=" + shelf.newest() + "&has=" + shelf.base();
            return switch (client.call("GET", asked, CentreClient.Content.none(), MANIFEST)) {
                case Reply.Answered<CentreClient.Raw>(var raw) -> heard(raw);
                case Reply.Refused<CentreClient.Raw>(_, var code, _) -> new Found.NotNow(code);
                case Reply.Unreachable<CentreClient.Raw>(var code) -> new Found.NotNow(code);
            };
        } catch (IOException disk) {
            return new Found.NotNow("RELEASE-DISK");
        }
    }

    private Found heard(CentreClient.Raw raw) throws IOException {
        shelf.heard(clock.instant());
        if (raw.body().length == 0) {
            return new Found.Nothing();
        }
        Optional<Release> release = Wire.read(raw.body(), Release.class);
        if (release.isEmpty()) {
            return new Found.Refused(0, "RELEASE-MALFORMED");
        }
        return switch (shelf.judge(release.get())) {
            case Judgement.Refused(var code) -> new Found.Refused(release.get().number(), code);
            case Judgement.Good good -> fetch(good);
        };
    }

    private Found fetch(Judgement.Good good) throws IOException {
        for (ReleaseFile file : shelf.missing(good)) {
            String path = "/api/v1/release-files/" + file.hash();
            switch (client.call("GET", path, CentreClient.Content.none(), FILE)) {
                case Reply.Answered<CentreClient.Raw>(var raw) -> {
                    if (!shelf.fetched(file, raw.body())) {
                        return new Found.Refused(good.release().number(), "RELEASE-FILE-DIFFERS");
                    }
                }
                case Reply.Refused<CentreClient.Raw>(_, var code, _) -> {
                    return new Found.NotNow(code);
                }
                case Reply.Unreachable<CentreClient.Raw>(var code) -> {
                    return new Found.NotNow(code);
                }
            }
        }
        return shelf.complete(good) ? new Found.Here(good.release()) : new Found.NotNow("RELEASE-DISK");
    }

    /** Tells the centre what became of a release; whether it has heard. */
    public boolean tell(long number, ReleaseReport report) {
        String path = "/api/v1/releases/" + number + "/standing";
        return client.call("PUT", path, CentreClient.Content.json(Wire.write(report)), MANIFEST) instanceof Reply.Answered;
    }
}
