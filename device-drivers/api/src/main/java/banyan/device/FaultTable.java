package banyan.device;

import banyan.device.FaultRow.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What every fault, warning and state of a device means, and what is said of it to citizens and to staff, in every tongue. The rows
 * are text: each jar on the class path may bring {@value #RESOURCE}, a vendor's too. {@code docs/how-to/add-a-device.md} has the form.
 *
 * <p>A code is looked up whole first, then by the endings that devices share: {@code READER-UNPLUGGED} is {@code *-UNPLUGGED}, said
 * with the noun of {@code READER}. A last part that is a number stands for {@code #}: {@code PRINTER-HTTP-503} is {@code *-HTTP-#}.
 */
public final class FaultTable {
    /** Where the rows are found. */
    public static final String RESOURCE = "META-INF/banyan/faults.txt";

    /** The row of a code that has none: a terminal must say something even of a driver that is newer than its table. */
    static final String ANY = "*";

    private static final Pattern NUMBER = Pattern.compile("-[0-9A-F]{2,4}$");

    /** The words for a device, and the class it stands for where it is that of a class. */
    record Noun(Optional<DeviceKind> kind, Map<Tongue, String> words) {}

    private final Map<String, FaultRow> faults = new TreeMap<>();
    private final Map<String, FaultRow> warnings = new TreeMap<>();
    private final Map<String, FaultRow> states = new TreeMap<>();
    private final Map<String, Noun> nouns = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private FaultTable() {}

    /**
     * The rows of all jars on the class path. A row with a mistake is left out, so that one vendor's slip takes nobody's words away;
     * {@link #mistakes} names it.
     */
    public static FaultTable installed() {
        return Installed.TABLE;
    }

    /** Read once, when first asked for. */
    private static final class Installed {
        private static final FaultTable TABLE = read(FaultTable.class.getClassLoader());
    }

    /** The rows that this loader finds. */
    static FaultTable read(ClassLoader loader) {
        try {
            var table = new FaultTable();
            for (URL file : Collections.list(loader.getResources(RESOURCE))) {
                try (InputStream in = file.openStream()) {
                    table.add(file.toString(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            if (!table.states.containsKey("READY")) {
                table.mistake("%s: the shared rows are not on the class path; keep the jars apart".formatted(RESOURCE));
            }
            return table;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rows of one text; {@code file} is what a mistake calls it. */
    static FaultTable of(String file, String text) {
        var table = new FaultTable();
        table.add(file, text);
        return table;
    }

    FaultTable add(String file, String text) {
        new FaultFile(file, this).read(text);
        return this;
    }

    /** What is wrong with the rows, each with file, line and remedy; empty if nothing is. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /** The row of a code; empty where there is none. */
    public Optional<FaultRow> fault(String code) {
        return keys(code).stream()
                .flatMap(key -> Optional.ofNullable(faults.get(key)).stream())
                .findFirst();
    }

    /** The row of a warning; empty where there is none. */
    public Optional<FaultRow> warning(String code) {
        return keys(code).stream()
                .flatMap(key -> Optional.ofNullable(warnings.get(key)).stream())
                .findFirst();
    }

    /** Every row of a fault, by its name. */
    public Map<String, FaultRow> faults() {
        return Collections.unmodifiableMap(faults);
    }

    /** Every row of a warning, by its name. */
    public Map<String, FaultRow> warnings() {
        return Collections.unmodifiableMap(warnings);
    }

    /** Every row of a state without a fault, by its name. */
    public Map<String, FaultRow> states() {
        return Collections.unmodifiableMap(states);
    }

    /** When a command that ended so may be given again; a code that nobody knows has a person asked. */
    public FaultRow.Retry retry(Fault fault) {
        return fault(fault.code())
                .flatMap(FaultRow::advice)
                .map(FaultRow.Advice::retry)
                .orElse(FaultRow.Retry.ASK);
    }

    /** What is said of a fault. */
    public Told told(Fault fault, Reader reader, Tongue tongue) {
        return told(fault, reader, tongue, noun(fault.code(), tongue).orElseGet(() -> anyDevice(tongue)));
    }

    /** What is said of a fault of a device of this class. */
    public Told told(DeviceKind kind, Fault fault, Reader reader, Tongue tongue) {
        return told(fault, reader, tongue, noun(fault.code(), tongue).orElseGet(() -> noun(kind, tongue)));
    }

    private Told told(Fault fault, Reader reader, Tongue tongue, String noun) {
        return fault(fault.code())
                .orElseGet(() -> some(faults, ANY))
                .told(reader, tongue)
                .with(noun);
    }

    /** What is said of how a device stands; several where it has several warnings, never none. */
    public List<Told> told(DeviceKind kind, DeviceState state, Reader reader, Tongue tongue) {
        return switch (state) {
            case DeviceState.Absent(var fault) -> List.of(told(kind, fault, reader, tongue));
            case DeviceState.NeedsHelp(var fault) -> List.of(told(kind, fault, reader, tongue));
            case DeviceState.Ready(var warnings)
            when !warnings.isEmpty() ->
                warnings.stream()
                        .sorted()
                        .map(code -> warning(code)
                                .orElseGet(() -> some(this.warnings, ANY))
                                .told(reader, tongue)
                                .with(noun(kind, tongue)))
                        .toList();
            case DeviceState.Ready _ -> plain("READY", kind, reader, tongue);
            case DeviceState.Opening _ -> plain("OPENING", kind, reader, tongue);
            case DeviceState.Busy _ -> plain("BUSY", kind, reader, tongue);
            case DeviceState.Unknown(_, var why) when why.isPresent() -> List.of(told(kind, why.get(), reader, tongue));
            case DeviceState.Unknown _ -> plain("UNKNOWN", kind, reader, tongue);
            case DeviceState.Closed _ -> plain("CLOSED", kind, reader, tongue);
        };
    }

    private List<Told> plain(String state, DeviceKind kind, Reader reader, Tongue tongue) {
        return List.of(some(states, state).told(reader, tongue).with(noun(kind, tongue)));
    }

    /** A row that the table itself must have; a class path without the table's own file says the bare name and is told as a mistake. */
    private static FaultRow some(Map<String, FaultRow> rows, String name) {
        var row = rows.get(name);
        return row != null ? row : bare(name);
    }

    private static FaultRow bare(String name) {
        var told = new EnumMap<Tongue, Told>(Tongue.class);
        for (Tongue tongue : Tongue.values()) {
            told.put(tongue, new Told(name, "—"));
        }
        return new FaultRow(name, "unknown", Optional.empty(), told, told);
    }

    /** The word for the devices of a class. */
    public String noun(DeviceKind kind, Tongue tongue) {
        return nouns.values().stream()
                .filter(noun -> noun.kind().filter(kind::equals).isPresent())
                .findFirst()
                .flatMap(noun -> Optional.ofNullable(noun.words().get(tongue)))
                .orElseGet(() -> anyDevice(tongue));
    }

    /** Whether codes that begin so are those of a device that has a name here, such as {@code SMART-CARD}. */
    public boolean isDevice(String beginning) {
        return nouns.containsKey(beginning);
    }

    private Optional<String> noun(String code, Tongue tongue) {
        return longestNoun(code)
                .flatMap(noun -> Optional.ofNullable(noun.words().get(tongue)));
    }

    private Optional<Noun> longestNoun(String code) {
        for (int end = code.lastIndexOf('-'); end > 0; end = code.lastIndexOf('-', end - 1)) {
            var noun = nouns.get(code.substring(0, end));
            if (noun != null) {
                return Optional.of(noun);
            }
        }
        return Optional.empty();
    }

    private String anyDevice(Tongue tongue) {
        var any = nouns.get(ANY);
        return any == null ? "" : any.words().getOrDefault(tongue, "");
    }

    /** The names a code may have a row under, the most special first. */
    private static List<String> keys(String code) {
        List<String> forms =
                NUMBER.matcher(code).find() ? List.of(code, NUMBER.matcher(code).replaceFirst("-#")) : List.of(code);
        var keys = new ArrayList<String>(forms);
        for (int from = code.indexOf('-'); from > 0; from = code.indexOf('-', from + 1)) {
            for (String form : forms) {
                if (from < form.length()) {
                    keys.add("*" + form.substring(from));
                }
            }
        }
        return keys;
    }

    // What the reader of a file puts in; each answers whether it was new.

    boolean putFault(FaultRow row) {
        return faults.putIfAbsent(row.name(), row) == null;
    }

    boolean putWarning(FaultRow row) {
        return warnings.putIfAbsent(row.name(), row) == null;
    }

    boolean putState(FaultRow row) {
        return states.putIfAbsent(row.name(), row) == null;
    }

    boolean putNoun(String prefix, Optional<DeviceKind> kind, Map<Tongue, String> words) {
        return nouns.putIfAbsent(prefix, new Noun(kind, new EnumMap<>(words))) == null;
    }

    void mistake(String what) {
        mistakes.add(what);
    }
}
