package banyan.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffRosterTest {
    private static final char[] CARD = "350102198806141233".toCharArray();
    private static final char[] PIN = "246135".toCharArray();

    @TempDir
    Path folder;

    private StaffRoster.Loaded read(String... lines) throws IOException {
        return StaffRoster.read(Files.write(folder.resolve("staff"), List.of(lines)));
    }

    private StaffRoster roster() throws IOException {
        return assertInstanceOf(
                        StaffRoster.Loaded.Right.class,
                        read("# a remark", "", StaffRoster.line("3302", CARD, PIN), StaffRoster.line("3303", PIN, CARD)))
                .roster();
    }

    @Test
    void cardAndPinTogetherNameWhoItIs() throws IOException {
        assertEquals(Optional.of("3302"), roster().who(CARD, PIN));
    }

    @Test
    void oneOfTheTwoIsNotEnough() throws IOException {
        StaffRoster roster = roster();
        assertEquals(Optional.empty(), roster.who(CARD, "246136".toCharArray()));
        assertEquals(Optional.empty(), roster.who("350102198806141234".toCharArray(), PIN));
        assertEquals(Optional.empty(), roster.who(new char[0], new char[0]));
    }

    @Test
    void whatStandsBetweenCardAndPinCountsToo() throws IOException {
        assertEquals(
                Optional.empty(), roster().who("35010219880614123".toCharArray(), "3:246135".toCharArray()));
    }

    @Test
    void neitherCardNorPinStandsInTheFile() {
        String line = StaffRoster.line("3302", CARD, PIN);
        assertFalse(line.contains(new String(CARD)) || line.contains(new String(PIN)));
        assertNotEquals(line, StaffRoster.line("3302", CARD, PIN));
    }

    @Test
    void aWrongLineIsNamed() throws IOException {
        var wrong = assertInstanceOf(StaffRoster.Loaded.Wrong.class, read("3302 nobody"));
        assertEquals(List.of(folder.resolve("staff") + ":1: not a line of a roster; make it by `./kiosk staff`"), wrong.mistakes());
    }

    @Test
    void aLineThatWouldTakeForEverIsRefused() throws IOException {
        String slow = StaffRoster.line("3302", CARD, PIN).replaceFirst(" [0-9]+ ", " 9999999 ");
        assertInstanceOf(StaffRoster.Loaded.Wrong.class, read(slow));
    }

    @Test
    void aMissingFileIsSaid() {
        assertInstanceOf(StaffRoster.Loaded.Wrong.class, StaffRoster.read(folder.resolve("absent")));
    }
}
