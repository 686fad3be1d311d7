package banyan.server;

import banyan.server.clerk.Clerks;
import banyan.server.retention.Rule;
import banyan.server.store.DatabaseAt;
import banyan.server.store.S3At;
import banyan.server.wire.TlsAt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** {@code centre.yaml}: one word and its value a line. Every mistake in it is told, with its line, before anything starts. */
final class CentreFile {
    /** Settings, and the folder of the items where the file names one; or what is wrong. */
    sealed interface Read {
        record Ready(CentreSettings settings, Optional<Path> catalogue) implements Read {}

        record Wrong(List<String> mistakes) implements Read {}
    }

    private record Entry(int line, String value) {}

    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private CentreFile(Path file) {
        this.file = file;
    }

    /** Reads it; a file that is not there changes nothing. Paths in it are meant from its own folder. */
    static Read read(Path file, CentreSettings usual) throws IOException {
        if (!Files.exists(file)) {
            return new Read.Ready(usual, Optional.empty());
        }
        CentreFile reading = new CentreFile(file);
        reading.parse(Files.readString(file));
        CentreSettings settings = reading.apply(usual);
        Optional<Path> catalogue = reading.path("catalogue");
        reading.entries.forEach((name, entry) -> reading.mistake(entry.line(), "'" + name + "' is not a setting"));
        return reading.mistakes.isEmpty()
                ? new Read.Ready(settings, catalogue)
                : new Read.Wrong(List.copyOf(reading.mistakes));
    }

    private CentreSettings apply(CentreSettings usual) {
        CentreSettings settings = usual.withLimits(
                number("connections", 1, 500).orElse(usual.connections()),
                number("uploads", 1, 10_000).orElse(usual.uploads()),
                usual.patience());
        settings = take("host").map(settings::withHost).orElse(settings);
        settings = number("port", 0, 65_535).map(settings::withPort).orElse(settings);
        settings = path("keys").map(settings::withKeys).orElse(settings);
        settings = path("papers").map(settings::withPapers).orElse(settings);
        settings = number("paper-reserve-mb", 0, 100_000_000)
                .map(megabytes -> megabytes * 1_000_000L)
                .map(settings::withPaperReserve)
                .orElse(settings);
        settings = text("area", "[0-9]{4}", "four digits such as 3501")
                .map(settings::withArea)
                .orElse(settings);
        settings = text("recent-cases", "true|false", "true or false")
                .map(Boolean::parseBoolean)
                .map(settings::withRecentCases)
                .orElse(settings);
        settings = text(
                        "address",
                        "https://(?=[0-9a-z.-]*[a-z])[0-9a-z.-]+(:[0-9]{1,5})?|http://localhost(:[0-9]{1,5})?",
                        "https:// and a name in small letters, not a number of IP; http:// for localhost alone")
                .map(URI::create)
                .map(settings::withAddress)
                .orElse(settings);
        settings = settings.withClerks(clerks(usual.clerks()));
        settings = settings.withEngine(engine(usual.engine()));
        settings = zone().map(settings::withZone).orElse(settings);
        return database().map(settings::withDatabase).orElse(settings);
    }

    private Engine engine(Engine usual) {
        OptionalInt watch = text("metrics-port", "off|[0-9]{1,5}", "a port on this machine, or off")
                .map(said -> said.equals("off") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(said)))
                .orElse(usual.watch());
        Engine watched = path("providers").map(usual::withProviders).orElse(usual).withWatch(watch);
        Duration instant = number("instant-millis", 0, 10_000).map(Duration::ofMillis).orElse(usual.instant());
        Engine retained = watched.withRetain(retain()).withInstant(instant);
        Engine sealed = tls().map(retained::withTls).orElse(retained);
        return bucket().map(sealed::withBucket).orElse(sealed);
    }

    /** A certificate in one of two forms, and whether terminals may show one. */
    private Optional<TlsAt> tls() {
        Optional<Path> certificates = path("tls-certificate");
        Optional<Path> key = path("tls-key");
        Optional<Path> store = path("tls-pkcs12");
        Optional<Path> password = path("tls-pkcs12-password-file");
        Optional<Path> terminals = path("tls-terminals-ca");
        boolean pem = certificates.isPresent() && key.isPresent() && store.isEmpty() && password.isEmpty();
        boolean pkcs12 = store.isPresent() && password.isPresent() && certificates.isEmpty() && key.isEmpty();
        if (pem) {
            return Optional.of(new TlsAt(new TlsAt.Own.Pem(certificates.get(), key.get()), terminals));
        }
        if (pkcs12) {
            return Optional.of(new TlsAt(new TlsAt.Own.Pkcs12(store.get(), password.get()), terminals));
        }
        if (certificates.isPresent() || key.isPresent() || store.isPresent() || password.isPresent() || terminals.isPresent()) {
            mistakes.add(file + ": TLS needs tls-certificate and tls-key, or tls-pkcs12 and tls-pkcs12-password-file");
        }
        return Optional.empty();
    }

    /** {@code retain.CLASS: DAYS}; never less than the law asks for. */
    private Map<String, Integer> retain() {
        Map<String, Integer> days = new HashMap<>();
        for (Rule rule : Rule.usual()) {
            number("retain." + rule.name(), Math.max(1, rule.least()), 36_500).ifPresent(said -> days.put(rule.name(), said));
        }
        return days;
    }

    /** Papers go over a line in clear only where it does not leave this machine. */
    private Optional<S3At> bucket() {
        Optional<String> endpoint = text(
                "papers-s3",
                "https://[0-9A-Za-z.:-]+/?|http://(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?/?",
                "https://…, or http:// on this machine");
        Optional<String> name = text("papers-s3-bucket", "[a-z0-9][a-z0-9.-]{2,62}", "the name of a bucket");
        Optional<Path> key = path("papers-s3-key-file");
        String region = text("papers-s3-region", "[0-9a-z-]{1,40}", "a region such as us-east-1").orElse("us-east-1");
        if (endpoint.isPresent() && name.isPresent() && key.isPresent()) {
            return Optional.of(new S3At(URI.create(endpoint.get()), region, name.get(), key.get()));
        }
        if (endpoint.isPresent() || name.isPresent() || key.isPresent()) {
            mistakes.add(file + ": papers-s3, papers-s3-bucket and papers-s3-key-file are needed together");
        }
        return Optional.empty();
    }

    private Optional<DatabaseAt> database() {
        Optional<String> url = text("database-url", "jdbc:postgresql:.*", "jdbc:postgresql://…");
        Optional<String> user = take("database-user");
        Optional<Path> password = path("database-password-file");
        if (url.isPresent() && user.isPresent() && password.isPresent()) {
            return Optional.of(new DatabaseAt.Given(url.get(), user.get(), password.get()));
        }
        if (url.isPresent() || user.isPresent() || password.isPresent()) {
            mistakes.add(file + ": database-url, database-user and database-password-file are needed together");
        }
        return Optional.empty();
    }

    /** {@code clerk: NAME, TELEPHONE} for all, {@code clerk.ITEM: NAME, TELEPHONE} for one item. */
    private Clerks clerks(Clerks usual) {
        Clerks.Clerk forAll = clerk("clerk").orElse(usual.usual());
        Map<String, Clerks.Clerk> byItem = new HashMap<>(usual.byItem());
        for (String word : List.copyOf(entries.keySet())) {
            if (word.startsWith("clerk.")) {
                clerk(word).ifPresent(one -> byItem.put(word.substring("clerk.".length()), one));
            }
        }
        return new Clerks(forAll, byItem, number("clerk-days", 1, 60).orElse(usual.workingDays()));
    }

    private Optional<Clerks.Clerk> clerk(String word) {
        return text(word, "[^,\\p{Cntrl}]{1,40}, *[0-9+ -]{3,20}", "a name, a comma and a telephone number")
                .map(said -> said.split(", *", 2))
                .map(parts -> new Clerks.Clerk(parts[0], parts[1]));
    }

    private Optional<ZoneId> zone() {
        Entry entry = entries.get("zone");
        Optional<String> name = take("zone");
        try {
            return name.map(ZoneId::of);
        } catch (DateTimeException unknown) {
            mistake(entry == null ? 0 : entry.line(), "zone must be a name such as Asia/Shanghai");
            return Optional.empty();
        }
    }

    private Optional<String> take(String name) {
        return Optional.ofNullable(entries.remove(name)).map(Entry::value);
    }

    private Optional<Path> path(String name) {
        return take(name).map(text -> file.toAbsolutePath().resolveSibling(text).normalize());
    }

    private Optional<String> text(String name, String form, String inWords) {
        Entry entry = entries.remove(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (!entry.value().matches(form)) {
            mistake(entry.line(), name + " must be " + inWords);
            return Optional.empty();
        }
        return Optional.of(entry.value());
    }

    private Optional<Integer> number(String name, int least, int most) {
        String inWords = "a number from " + least + " to " + most;
        Entry entry = entries.get(name);
        return text(name, "[0-9]{1,9}", inWords).map(Integer::valueOf).filter(number -> {
            boolean within = number >= least && number <= most;
            if (!within && entry != null) {
                mistake(entry.line(), name + " must be " + inWords);
            }
            return within;
        });
    }

    private void mistake(int line, String sentence) {
        mistakes.add(file + ":" + line + ": " + sentence);
    }

    private void parse(String text) {
        try {
            Iterator<Event> events =
                    new Parse(LoadSettings.builder().build()).parseString(text).iterator();
            while (events.hasNext()) {
                if (events.next() instanceof MappingStartEvent) {
                    mapping(events);
                    return;
                }
            }
        } catch (YamlEngineException broken) {
            mistakes.add(file + ": is not YAML of the form 'word: value'");
        }
    }

    private void mapping(Iterator<Event> events) {
        for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
            Event value = events.next();
            if (!(key instanceof ScalarEvent word) || !(value instanceof ScalarEvent said)) {
                mistake(line(key), "one word and its value a line are expected");
                return;
            }
            if (entries.put(word.getValue(), new Entry(line(key), said.getValue())) != null) {
                mistake(line(key), "'" + word.getValue() + "' is there twice");
            }
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
