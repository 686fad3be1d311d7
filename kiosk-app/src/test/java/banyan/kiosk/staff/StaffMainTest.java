package banyan.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffMainTest {
    @TempDir
    Path folder;

    private int run(String... answers) throws IOException {
        var left = new ArrayDeque<>(List.of(answers));
        return StaffMain.run(
                new String[] {"3302", "--roster", folder.resolve("staff").toString()},
                _ -> left.isEmpty() ? null : left.remove().toCharArray(),
                new PrintStream(OutputStream.nullOutputStream()));
    }

    @Test
    void whoIsAddedIsRecognised() throws IOException {
        assertEquals(0, run("350102198806140024", "246135", "246135"));
        var roster = assertInstanceOf(StaffRoster.Loaded.Right.class, StaffRoster.read(folder.resolve("staff")))
                .roster();
        assertEquals(
                Optional.of("3302"), roster.who("350102198806140024".toCharArray(), "246135".toCharArray()));
    }

    @Test
    void twoDifferentPinsWriteNothing() throws IOException {
        assertEquals(1, run("350102198806140024", "246135", "246136"));
        assertFalse(Files.exists(folder.resolve("staff")));
    }

    @Test
    void anInputThatEndsWritesNothing() throws IOException {
        assertEquals(64, run("350102198806140024"));
        assertFalse(Files.exists(folder.resolve("staff")));
    }
}
