package banyan.driver.rig;

import banyan.conformance.CardReaderRig;
import banyan.conformance.TestCard;
import banyan.device.DeviceDriver;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A hand at the card reader's twin. */
public final class CardReaderTwin extends TwinRig implements CardReaderRig {
    /** Where the frame is cut: after its text, in its photo. */
    private static final int IN_THE_MIDDLE = 700;

    public CardReaderTwin(DeviceDriver driver) {
        super(
                "id-card-reader",
                driver,
                Map.of("port", SIMULATOR.idCardReaderPort().toString()));
    }

    @Override
    public void put(TestCard card) {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("card")
                .put("name", card.name())
                .put("sex", card.sex())
                .put("nation", card.nation())
                .put("birth", card.birth().toString())
                .put("address", card.address())
                .put("number", card.number())
                .put("issuer", card.issuer())
                .put("validFrom", card.validFrom().toString())
                .put("validTo", card.validTo().map(Object::toString).orElse("长期"))
                .put("type", card.type())
                .putObject("photo")
                .put("seed", card.photoSeed());
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
        act("grade", "{\"grade\": \"hostile\"}");
    }

    @Override
    public void heal() {
        act("grade", "{\"grade\": \"ideal\"}");
        super.heal();
    }

    /** How often a command, such as {@code 2001}, was received. */
    public int received(String command) {
        return twinState().path("commands").path(command).intValue(0);
    }
}
