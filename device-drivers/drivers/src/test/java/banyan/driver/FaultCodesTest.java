package banyan.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DeviceKind;
import banyan.device.Fault;
import banyan.device.FaultRow;
import banyan.device.FaultRow.Reader;
import banyan.device.FaultTable;
import banyan.device.Told;
import banyan.device.Tongue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of faults against the sources of every driver here: no code without its sentences, no row that nobody uses. */
class FaultCodesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path THREAD = Path.of("../api/src/main/java/banyan/device/DeviceThread.java");

    /** A code, or the end of one that a transport puts a device before: {@code "-SILENT"}. */
    private static final Pattern CODE = Pattern.compile("\"((?:[A-Z][A-Z0-9]*)?(?:-[A-Z0-9]+)+(?:-%0\\d[dX])?)\"");

    /** A fault made on the spot. */
    private static final Pattern MADE = Pattern.compile(
            "new Fault\\(\\s*(?:Fault\\.)?Kind\\.(\\w+),\\s*(?:Fault\\.)?Remedy\\.(\\w+),\\s*(?:\\w+ \\+ )?\"([A-Z0-9%dX-]+)\"");

    /** What looks like a code and is the name of a device, a character set, a hash or a standard. */
    private static final Set<String> NO_CODES =
            Set.of("FACE-CAMERA", "SMART-CARD", "UTF-8", "UTF-16", "GB-18030", "SHA-256", "ISO-8859-1");

    /** Simplified characters that Big5 has too, for other words; derived by turning every character of GB 2312 into its traditional form. */
    private static final String NOT_TRADITIONAL = "并厂虫触党吨儿丰复赶构柜后划坏机极几价茧荐杰洁惊据蜡离里怜么确扰晒胜圣适体听网与优于余郁吁万云灶异庄宁泞苹扑仆凄群瓮咸羡蝎凶踊愿岳筑";

    private final FaultTable table = FaultTable.installed();

    @Test
    void theRowsHaveNoMistake() {
        assertEquals(List.of(), table.mistakes());
    }

    @Test
    void everyCodeInTheSourcesHasItsSentences() throws IOException {
        var without = new TreeMap<String, String>();
        for (var source : sources().entrySet()) {
            CODE.matcher(source.getValue())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(code -> {
                        if (!NO_CODES.contains(code) && !known(code) && !table.isDevice(code)) {
                            without.put(code, source.getKey().getFileName().toString());
                        }
                    });
        }
        assertEquals(Map.of(), without, "codes without a row in " + FaultTable.RESOURCE);
    }

    @Test
    void everyCodeThatADriverDocumentsHasItsSentences() throws IOException {
        var without = new TreeSet<String>();
        for (var source : sources().entrySet()) {
            if (source.getKey().endsWith("package-info.java")) {
                Pattern.compile("\\{@code\\s+(?:\\*\\s+)?([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+(?:-[xn]+)?)}")
                        .matcher(source.getValue())
                        .results()
                        .map(found -> found.group(1).replaceFirst("-[xn]+$", "-00"))
                        .filter(code -> !NO_CODES.contains(code) && !known(code))
                        .forEach(without::add);
            }
        }
        assertEquals(Set.of(), without, "documented codes without a row in " + FaultTable.RESOURCE);
    }

    @Test
    void kindAndRemedyAreThoseOfTheTable() throws IOException {
        var differing = new ArrayList<String>();
        int seen = 0;
        for (var source : sources().entrySet()) {
            for (var made : MADE.matcher(source.getValue()).results().toList()) {
                seen++;
                String code = whole(made.group(3));
                var kind = Fault.Kind.valueOf(made.group(1));
                var remedy = Fault.Remedy.valueOf(made.group(2));
                table.fault(code)
                        .flatMap(FaultRow::advice)
                        .filter(advice -> advice.kind() != kind || advice.remedy() != remedy)
                        .ifPresent(advice -> differing.add("%s: %s makes %s %s, the table says %s %s"
                                .formatted(
                                        code,
                                        source.getKey().getFileName(),
                                        kind,
                                        remedy,
                                        advice.kind(),
                                        advice.remedy())));
            }
        }
        assertEquals(List.of(), differing);
        assertTrue(seen > 40, "only " + seen + " faults were found in the sources");
    }

    @Test
    void noRowIsThereForNothing() throws IOException {
        var used = new HashSet<String>();
        for (String source : sources().values()) {
            CODE.matcher(source).results().map(found -> found.group(1)).forEach(code -> {
                used.add(code);
                table.fault(whole(code)).map(FaultRow::name).ifPresent(used::add);
                table.warning(code).map(FaultRow::name).ifPresent(used::add);
            });
        }
        var rows = new TreeSet<>(table.faults().keySet());
        rows.addAll(table.warnings().keySet());
        // A shared ending is there for every vendor; a transport's ending makes codes of several devices.
        rows.removeIf(row ->
                row.startsWith("*") || used.stream().anyMatch(code -> row.equals(code) || row.endsWith(end(code))));
        assertEquals(Set.of(), rows, "rows that no driver uses");
    }

    private static String end(String code) {
        return code.startsWith("-") ? whole(code).substring("ANYTHING".length()) : "nothing";
    }

    @Test
    void everySentenceFitsWithTheNameOfEveryDevice() {
        var tooLong = new TreeSet<String>();
        each((row, reader, tongue, told) -> {
            for (DeviceKind kind : DeviceKind.values()) {
                for (String part : List.of(told.what(), told.then())) {
                    String said = part.replace("{device}", table.noun(kind, tongue));
                    if (said.length() > reader.longest(tongue)) {
                        tooLong.add(row + ": " + said);
                    }
                }
            }
        });
        assertEquals(Set.of(), tooLong);
    }

    @Test
    void simplifiedIsSimplifiedAndTraditionalIsTraditional() {
        var wrong = new TreeSet<String>();
        // Neither standard has the other's characters, but for a few that both have for different words.
        var simplified = Charset.forName("GB2312").newEncoder();
        var traditional = Charset.forName("Big5").newEncoder();
        each((row, _, tongue, told) -> {
            String said = told.what() + told.then();
            boolean good = switch (tongue) {
                case HANS -> simplified.canEncode(said);
                case HANT ->
                    traditional.canEncode(said) && said.chars().noneMatch(one -> NOT_TRADITIONAL.indexOf(one) >= 0);
                case EN -> said.chars().allMatch(one -> one < 0x80);
            };
            if (!good) {
                wrong.add(row + " " + tongue.tag() + ": " + said);
            }
        });
        assertEquals(Set.of(), wrong);
    }

    @Test
    void nobodyIsBlamedAndNothingIsPromised() {
        var wrong = new TreeSet<String>();
        each((row, reader, _, told) -> {
            String said = told.what() + told.then();
            for (String word :
                    List.of("错误", "错誤", "非法", "失败", "失敗", "您未", "请稍候", "已通知", "error", "illegal", "invalid")) {
                if (reader == Reader.CITIZEN && said.contains(word)) {
                    wrong.add(row + ": " + said);
                }
            }
        });
        assertEquals(Set.of(), wrong);
    }

    /** What is done with one pair of sentences. */
    private interface Said {
        void look(String row, Reader reader, Tongue tongue, Told told);
    }

    private void each(Said said) {
        for (var rows : List.of(table.faults(), table.warnings(), table.states())) {
            rows.forEach((name, row) -> {
                for (Tongue tongue : Tongue.values()) {
                    said.look(name, Reader.CITIZEN, tongue, row.told(Reader.CITIZEN, tongue));
                    said.look(name, Reader.STAFF, tongue, row.told(Reader.STAFF, tongue));
                }
            });
        }
    }

    /** A code as a device would tell it: a transport's ending gets a device, a number its digits. */
    private static String whole(String code) {
        String numbered = code.replaceFirst("-%0\\d[dX]$", "-00");
        return numbered.startsWith("-") ? "ANYTHING" + numbered : numbered;
    }

    private boolean known(String code) {
        return table.fault(whole(code)).isPresent()
                || table.warning(whole(code)).isPresent();
    }

    private static Map<Path, String> sources() throws IOException {
        var sources = new TreeMap<Path, String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                sources.put(file, Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        sources.put(THREAD, Files.readString(THREAD, StandardCharsets.UTF_8));
        return sources;
    }
}
