package banyan.bench.inside;

import banyan.device.FingerprintPad.FingerImage;
import banyan.kiosk.identity.finger.FingerTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a picture of a finger with its record, again and again, in a JVM like the terminal's. */
public final class FingerMill {
    private static final int TIMES = 30;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 288;
    private static final int DOTS_AN_INCH = 500;

    private FingerMill() {}

    /** The files of record and picture. Prints {@code BENCH FINGER ms} for each comparison; the first is the first of its process. */
    public static void main(String[] arguments) throws IOException {
        byte[] record = Files.readAllBytes(Path.of(arguments[0]));
        byte[] grey = Files.readAllBytes(Path.of(arguments[1]));
        for (int i = 0; i < TIMES; i++) {
            FingerImage image = new FingerImage(WIDTH, HEIGHT, DOTS_AN_INCH, grey.clone());
            long began = System.nanoTime();
            FingerTemplate known = FingerTemplate.fromIso(record).orElseThrow();
            boolean same = FingerTemplate.of(image).sameFinger(known);
            long ended = System.nanoTime();
            if (!same) {
                throw new IllegalStateException("a finger is not its own");
            }
            System.out.printf("BENCH FINGER %.2f%n", (ended - began) / 1e6);
        }
    }
}
