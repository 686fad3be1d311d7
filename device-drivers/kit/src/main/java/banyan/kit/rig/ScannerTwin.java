package banyan.kit.rig;

import banyan.conformance.ScannerRig;
import banyan.device.DeviceDriver;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hand at the scanner's twin. */
public final class ScannerTwin extends TwinRig implements ScannerRig {
    private static final Pattern SIDE = Pattern.compile("side (\\d{1,4})");

    /** How far into a page its comment can stand. */
    private static final int HEAD = 64;

    public ScannerTwin(DeviceDriver driver) {
        super("scanner", driver, Map.of("url", SIMULATOR.scannerUri().toString(), "patience", "2"));
    }

    @Override
    public int load(int sheets) {
        act("take-out");
        act("load", "{\"page\": \"lease\", \"sheets\": " + sheets + "}");
        return sheets;
    }

    @Override
    public int loadBothSides(int sheets) {
        act("take-out");
        String fronts = String.join(", ", Collections.nCopies(sheets, "\"proof-letter-1\""));
        String backs = String.join(", ", Collections.nCopies(sheets, "\"proof-letter-2\""));
        act("load", "{\"pages\": [" + fronts + "], \"backs\": [" + backs + "]}");
        return sheets;
    }

    @Override
    public void layOnGlass() {
        act("lay", "{\"page\": \"lease\"}");
    }

    @Override
    public void leaveEmpty() {
        act("take-out");
    }

    @Override
    public void jamAfter(int sheets) {
        act("jam", "{\"afterSheets\": " + sheets + "}");
    }

    @Override
    public void doubleFeedAfter(int sheets) {
        act("double-feed", "{\"afterSheets\": " + sheets + "}");
    }

    @Override
    public void openCover() {
        act("open-cover");
    }

    @Override
    public void emptyPage() {
        act("empty-page", "{\"page\": 2}");
    }

    @Override
    public void miscount() {
        act("miscount");
    }

    @Override
    public void slowDown() {
        act("slow", "{\"secondsPerPage\": 0.15}");
    }

    @Override
    public int sideOf(byte[] image) {
        String head = new String(image, 0, Math.min(HEAD, image.length), StandardCharsets.ISO_8859_1);
        Matcher side = SIDE.matcher(head);
        if (!side.find()) {
            throw new IllegalStateException("a page of the twin says which side it is");
        }
        return Integer.parseInt(side.group(1));
    }
}
