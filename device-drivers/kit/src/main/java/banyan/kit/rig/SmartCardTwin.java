package banyan.kit.rig;

import banyan.conformance.DisturbedLine;
import banyan.conformance.SmartCardRig;
import banyan.conformance.Tap;
import banyan.conformance.TcpRelay;
import banyan.conformance.TestChip;
import banyan.device.DeviceDriver;
import banyan.simulator.smartcard.Pcscd;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A hand with a chip card's twin before a virtual reader of pcscd. The plug is pcscd itself: it is killed and started again. */
public final class SmartCardTwin extends TwinRig implements SmartCardRig {
    /** So many commands are answered before a card that is to be pulled is gone: what was selected is being read. */
    private static final int IN_THE_MIDDLE = 2;

    private static @Nullable Pcscd shared;

    private final Pcscd pcscd;

    /** @param apart whether the driver's library runs in a child process */
    public SmartCardTwin(DeviceDriver driver, boolean apart) {
        super("smart-card", driver, settings(pcscd(), apart));
        pcscd = pcscd();
        // It notices a card that was pulled out only with its next look: a new one knows of none.
        pcscd.kill();
        pcscd.start();
        act("reader", "{\"port\": " + pcscd.port() + "}");
    }

    /** One for all rigs of this process: libpcsclite looks for it once. */
    public static synchronized Pcscd pcscd() {
        if (shared == null) {
            shared = new Pcscd();
            shared.lead();
        }
        return shared;
    }

    private static Map<String, String> settings(Pcscd pcscd, boolean apart) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("reader", Pcscd.READER);
        settings.put("apart", apart ? "yes" : "no");
        if (apart) {
            settings.put("socket", pcscd.socket().toString());
        }
        return settings;
    }

    @Override
    public void put(TestChip card) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode application =
                json.putObject("card").putArray("applications").addObject();
        application.put("aid", hex(card.profile().aid())).put("options", hex(card.options()));
        card.records().forEach(record -> application
                .withArray("records")
                .addObject()
                .put("file", record.file())
                .put("record", record.record())
                .put("hex", hex(record.bytes())));
        card.data().forEach((tag, bytes) -> application
                .withArray("data")
                .addObject()
                .put("tag", "%04X".formatted(tag))
                .put("hex", hex(bytes)));
        card.files().forEach((file, bytes) -> application
                .withArray("files")
                .addObject()
                .put("id", "%04X".formatted(file))
                .put("hex", hex(bytes)));
        act("put", json.toString());
    }

    /** Puts in one of the simulator's own cards. */
    public void put(String fixture) {
        act("put", JSON.createObjectNode().put("card", fixture).toString());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void pull() {
        act("pull");
    }

    @Override
    public void pullDuringReading() {
        act("pull-during-read", "{\"afterCommands\": " + IN_THE_MIDDLE + "}");
    }

    @Override
    public void putMute() {
        act("mute");
        put(TestChip.SOCIAL);
    }

    @Override
    public void lieAboutLengths() {
        act("lie");
    }

    /** Between the card and vpcd: what a card answers is disturbed on its way. One is in, so that there is something to disturb. */
    @Override
    public DisturbedLine disturbedLine(Tap tap) {
        TcpRelay relay = TcpRelay.forCaller(settings(), pcscd.port(), tap);
        act("reader", "{\"port\": " + relay.port() + "}");
        put(TestChip.SOCIAL);
        return relay;
    }

    /** pcscd stands between, and takes its own turns with the card. */
    @Override
    public boolean asksAhead() {
        return true;
    }

    @Override
    public int commands() {
        return twinState().path("commands").intValue(0);
    }

    @Override
    public void unplug() {
        pcscd.kill();
    }

    @Override
    public void plug() {
        pcscd.start();
    }

    @Override
    public void fallSilent() {
        pcscd.sleep();
    }

    @Override
    public void heal() {
        pcscd.wake();
        super.heal();
    }

    @Override
    public void close() {
        pcscd.wake();
        super.close();
    }
}
