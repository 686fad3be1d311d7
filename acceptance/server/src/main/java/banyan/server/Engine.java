package banyan.server;

import banyan.server.register.RestMapping;
import banyan.server.register.RestProvider;
import banyan.server.retention.Rule;
import banyan.server.store.PaperFolder;
import banyan.server.store.PaperStore;
import banyan.server.store.S3At;
import banyan.server.store.S3Papers;
import banyan.server.wire.TlsAt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the centre's machinery is set.
 *
 * @param watch the port of figures and health on this machine; empty for none
 * @param farewell how long an end waits for requests that are under way
 * @param bucket where papers are kept; empty for the folder
 * @param retain days by class of data, where they are others than usual
 * @param instant the longest from a receipt to a decision by rules; zero where nothing is decided at once
 * @param providersFolder where departments' systems are described; empty where there are none beside the built-in sample data
 * @param tls certificate and key of the door; empty where whatever stands before it speaks TLS
 */
public record Engine(
        OptionalInt watch,
        Duration farewell,
        Optional<S3At> bucket,
        Map<String, Integer> retain,
        Duration instant,
        Optional<Path> providersFolder,
        Optional<TlsAt> tls) {
    /** Of a centre within another program. */
    static final Engine USUAL =
            new Engine(OptionalInt.empty(), Duration.ofSeconds(20), Optional.empty(), Map.of(), Duration.ofSeconds(2), Optional.empty(), Optional.empty());

    Engine withWatch(OptionalInt other) {
        return new Engine(other, farewell, bucket, retain, instant, providersFolder, tls);
    }

    Engine withBucket(S3At other) {
        return new Engine(watch, farewell, Optional.of(other), retain, instant, providersFolder, tls);
    }

    Engine withRetain(Map<String, Integer> other) {
        return new Engine(watch, farewell, bucket, Map.copyOf(other), instant, providersFolder, tls);
    }

    Engine withInstant(Duration other) {
        return new Engine(watch, farewell, bucket, retain, other, providersFolder, tls);
    }

    Engine withProviders(Path folder) {
        return new Engine(watch, farewell, bucket, retain, instant, Optional.of(folder), tls);
    }

    Engine withTls(TlsAt other) {
        return new Engine(watch, farewell, bucket, retain, instant, providersFolder, Optional.of(other));
    }

    /** The departments' systems that are described. */
    List<RestProvider> providers() throws IOException {
        return providersFolder.isPresent() ? RestMapping.in(providersFolder.get()) : List.of();
    }

    /** How long what is kept. */
    List<Rule> rules() {
        return Rule.all(retain);
    }

    /** The store of papers; the folder is where they land on their way to a bucket. */
    PaperStore papers(Path folder, long reserve) throws IOException {
        return bucket.isPresent() ? new S3Papers(bucket.get(), folder, reserve) : new PaperFolder(folder, reserve);
    }

    /** The same for whoever only reads, while a centre may be taking papers in. */
    PaperStore readPapers(Path folder) throws IOException {
        return bucket.isPresent() ? S3Papers.reading(bucket.get(), folder) : PaperFolder.reading(folder);
    }
}
