package banyan.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ./kiosk carry-out DISKFOLDER --out FILE}: what waits on a dead terminal's disk, for the centre. */
public final class CarryOutMain {
    private CarryOutMain() {}

    public static void main(String[] arguments) {
        if (arguments.length != 3 || !arguments[1].equals("--out")) {
            System.err.println("usage: ./kiosk carry-out DISKFOLDER --out FILE");
            System.exit(64);
        }
        Path out = Path.of(arguments[2]);
        if (Files.exists(out)) {
            System.err.println(out + " is there already.");
            System.exit(64);
        }
        try {
            CarryOut.Carried carried = CarryOut.to(Path.of(arguments[0]), out);
            System.out.printf("Carried out: %d entries, %d papers.%n", carried.entries(), carried.papers());
            for (String row : carried.closed()) {
                System.out.println("The centre cannot open entry " + row + ": no copy of its key was made for it. The device key can.");
            }
            if (carried.damaged()) {
                System.out.println("The database is damaged: there may be more on this disk. Keep it.");
            }
            System.out.println("Keep the disk until the centre's protocol names every entry.");
            System.exit(carried.closed().isEmpty() && !carried.damaged() ? 0 : 3);
        } catch (IOException failed) {
            System.err.println("Nothing was carried out: " + failed.getMessage());
            System.exit(1);
        }
    }
}
