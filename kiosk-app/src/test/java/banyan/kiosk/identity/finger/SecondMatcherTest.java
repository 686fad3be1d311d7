package banyan.kiosk.identity.finger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import banyan.simulator.finger.Impression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our verdicts beside those of libfprint, whose matcher (NIST's bozorth3) shares nothing with ours. */
class SecondMatcherTest {
    private static final String INSTALL = "apt-get install --no-install-recommends gir1.2-fprint-2.0 python3-gi";
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void libfprintSaysTheSameOfOurPictures() throws IOException, InterruptedException {
        for (int finger : new int[] {1, 6, 16}) {
            List<Impression> probes = new ArrayList<>();
            for (int laying = 1; laying <= 3; laying++) {
                probes.add(Impression.of(finger, laying));
            }
            for (int other = 2; other <= 5; other++) {
                probes.add(Impression.of(other, 0));
            }
            FingerTemplate known = Prints.template(finger, 0);
            List<String> ours = probes.stream()
                    .map(probe -> FingerTemplate.of(Prints.of(probe)).sameFinger(known) ? "match" : "no match")
                    .toList();
            assertEquals(List.of("match", "match", "match", "no match", "no match", "no match", "no match"), ours);
            assertEquals(ours, libfprint(Impression.of(finger, 0), probes), "finger " + finger);
        }
    }

    private List<String> libfprint(Impression known, List<Impression> probes) throws IOException, InterruptedException {
        Path script = folder.resolve("second_matcher.py");
        try (InputStream in = SecondMatcherTest.class.getResourceAsStream("second_matcher.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        List<String> line = new ArrayList<>(List.of(
                "/usr/bin/python3", script.toString(), Integer.toString(Prints.WIDTH), Integer.toString(Prints.HEIGHT)));
        line.add(file(known));
        line.add("--");
        for (Impression probe : probes) {
            line.add(file(probe));
        }
        Path complaints = folder.resolve("complaints");
        Process process;
        try {
            process = new ProcessBuilder(line).redirectError(complaints.toFile()).start();
        } catch (IOException _) {
            return fail("libfprint is missing: " + INSTALL);
        }
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        if (process.exitValue() != 0) {
            String why = Files.readString(complaints);
            boolean missing = why.contains("No module named 'gi'") || why.contains("Namespace FPrint");
            fail(missing ? "libfprint is missing: " + INSTALL : why);
        }
        return said;
    }

    private String file(Impression impression) throws IOException {
        Path file = folder.resolve("%d-%d".formatted(impression.seed(), impression.number()));
        return Files.write(file, Prints.of(impression).grey()).toString();
    }
}
