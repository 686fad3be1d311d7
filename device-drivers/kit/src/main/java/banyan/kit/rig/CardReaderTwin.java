package banyan.kit.rig;

import banyan.conformance.CardReaderRig;
import banyan.conformance.TestCard;
import banyan.device.DeviceDriver;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/** A hand at the card reader's twin. */
public final class CardReaderTwin extends TwinRig implements CardReaderRig {
    /** Where the frame is cut: after its text, in its photo. */
    private static final int IN_THE_MIDDLE = 700;

    private final String noise;
    private final String quiet;

    public CardReaderTwin(DeviceDriver driver) {
        this("id-card-reader", driver, SIMULATOR.idCardReaderPort().toString(), "grade hostile", "grade ideal");
    }

    private CardReaderTwin(String twin, DeviceDriver driver, String port, String noise, String quiet) {
        super(twin, driver, Map.of("port", port));
        this.noise = noise;
        this.quiet = quiet;
    }

    /** The reader on USB. */
    public static CardReaderTwin onUsb(DeviceDriver driver) {
        return new CardReaderTwin(
                "usb-id-card-reader", driver, SIMULATOR.usbIdCardReaderUri().toString(), "stray", "heal");
    }

    @Override
    public void put(TestCard card) {
        put(card, 0);
    }

    @Override
    public void put(TestCard card, int fingerprints) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode fields = json.putObject("card");
        fields.put("type", card.type())
                .put("birth", card.birth().toString())
                .put("validFrom", card.validFrom().toString())
                .put("validTo", card.validTo().map(Object::toString).orElse("长期"))
                .put("fingers", fingerprints)
                .putObject("photo")
                .put("seed", card.photoSeed());
        // A layout has no place for what its cards do not carry.
        SequencedMap<String, String> words = new LinkedHashMap<>();
        words.put("name", card.name());
        words.put("latinName", card.latinName());
        words.put("sex", card.sex());
        words.put("nation", card.nation());
        words.put("country", card.country());
        words.put("address", card.address());
        words.put("newestAddress", card.newestAddress().orElse(""));
        words.put("number", card.number());
        words.put("passNumber", card.passNumber());
        words.put("issuer", card.issuer());
        boolean noNation = card.type().equals("J");
        words.forEach((name, word) -> {
            if (!word.isEmpty() || noNation && name.equals("nation")) {
                fields.put(name, word);
            }
        });
        act("put", json.toString());
    }

    @Override
    public void lift() {
        act("lift");
    }

    @Override
    public void pullDuringReading() {
        act("pull-during-read", "{\"afterBytes\": " + IN_THE_MIDDLE + "}");
    }

    @Override
    public void refuse() {
        act("refuse");
    }

    @Override
    public void makeNoise() {
        line(noise);
    }

    @Override
    public void heal() {
        line(quiet);
        super.heal();
    }

    /** An action, and for a serial line its grade. */
    private void line(String action) {
        String[] words = action.split(" ", -1);
        act(words[0], words.length == 1 ? "" : "{\"grade\": \"" + words[1] + "\"}");
    }

    /** How often a command, such as {@code 2001}, was received. */
    public int received(String command) {
        return twinState().path("commands").path(command).intValue(0);
    }
}
