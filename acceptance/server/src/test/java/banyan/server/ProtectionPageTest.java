package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages that say which test shows something: there is such a test. */
class ProtectionPageTest {
    private static final Path HOUSE = Path.of("..", "..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");
    private static final List<String> HEADINGS = List.of(
            "身份鉴别", "访问控制", "安全审计", "入侵防范", "恶意代码防范", "可信验证", "数据完整性", "数据保密性", "备份恢复", "剩余信息保护", "个人信息保护");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Map<String, List<Path>> tests = tests();
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (String page : List.of("docs/protection.md", "docs/scale.md")) {
            Matcher found = NAMED.matcher(Files.readString(HOUSE.resolve(page)));
            while (found.find()) {
                named++;
                if (!isThere(tests.getOrDefault(found.group(1), List.of()), found.group(2))) {
                    missing.add(page + ": " + found.group());
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(named > 50, "the pages are read");
    }

    @Test
    void noHeadingIsLeftOut() throws IOException {
        String page = Files.readString(HOUSE.resolve("docs/protection.md"));
        assertEquals(List.of(), HEADINGS.stream().filter(heading -> !page.contains("| " + heading + " |")).toList());
    }

    private static boolean isThere(List<Path> files, String method) throws IOException {
        for (Path file : files) {
            // Found by its own annotation: what is commented out or skipped shows nothing.
            Pattern test = Pattern.compile(
                    "@(Parameterized)?Test\\b[^;{}]*\\bvoid " + (method == null ? "\\w+" : method) + "\\(");
            if (test.matcher(Files.readString(file)).find()) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, List<Path>> tests() throws IOException {
        Map<String, List<Path>> tests = new HashMap<>();
        Files.walkFileTree(HOUSE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
                // There a database makes and deletes its files meanwhile.
                return folder.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes is) {
                if (path.toString().contains("/src/test/java/") && path.toString().endsWith("Test.java")) {
                    tests.computeIfAbsent(path.getFileName().toString().replace(".java", ""), _ -> new ArrayList<>())
                            .add(path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return tests;
    }
}
