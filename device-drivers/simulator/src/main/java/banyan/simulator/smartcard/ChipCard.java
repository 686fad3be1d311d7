package banyan.simulator.smartcard;

import banyan.simulator.twin.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is on a card.
 *
 * @param atr what it says when it gets power
 * @param terse whether it holds its answers back as cards under T=0 do: {@code 61xx} after a SELECT, {@code 6Cxx} for a length that is not
 *     exact
 */
record ChipCard(byte[] atr, boolean terse, List<Application> applications) {
    /** T=1, and nothing said of what kind of card it is. */
    private static final String ATR = "3B80800101";

    private static final int LONGEST = 64 * 1024;

    /**
     * One application, with what is in it.
     *
     * @param records under {@code file << 8 | record}
     * @param data under the tag
     * @param files under the file's identifier
     * @param control the answer to SELECT
     * @param options the answer to GET PROCESSING OPTIONS; empty where the card knows no such command
     */
    record Application(
            byte[] aid,
            Map<Integer, byte[]> records,
            Map<Integer, byte[]> data,
            Map<Integer, byte[]> files,
            byte[] control,
            byte[] options) {}

    /** Reads a card from its JSON; mistakes are noted in {@code mistakes}. */
    static Optional<ChipCard> read(JsonNode json, Fields mistakes) {
        if (!(json instanceof ObjectNode object)) {
            mistakes.mistaken("card must be a name or an object");
            return Optional.empty();
        }
        Fields fields = Fields.of(object);
        Optional<String> _ = fields.text("note");
        byte[] atr = hex(fields, "atr", ATR);
        boolean terse = fields.flag("terse", false);
        List<Application> applications = new ArrayList<>();
        each(fields, "applications", (one, index) -> applications.add(application(one, fields)));
        fields.mistakes().forEach(mistakes::mistaken);
        return fields.mistakes().isEmpty() ? Optional.of(new ChipCard(atr, terse, applications)) : Optional.empty();
    }

    private static Application application(ObjectNode json, Fields above) {
        Fields fields = Fields.of(json);
        Map<Integer, byte[]> records = new HashMap<>();
        Map<Integer, byte[]> data = new HashMap<>();
        Map<Integer, byte[]> files = new HashMap<>();
        each(fields, "records", (one, _) -> {
            Fields record = Fields.of(one);
            int key = record.number("file", 1, 30, 1) << 8 | record.number("record", 1, 254, 1);
            records.put(key, hex(record, "hex", ""));
            record.mistakes().forEach(fields::mistaken);
        });
        each(fields, "data", (one, _) -> numbered(one, "tag", data, fields));
        each(fields, "files", (one, _) -> numbered(one, "id", files, fields));
        byte[] aid = hex(fields, "aid", "");
        if (aid.length < 5 || aid.length > 16) {
            fields.mistaken("aid must have 5 to 16 bytes");
        }
        Application application = new Application(
                aid, records, data, files, hex(fields, "control", ""), hex(fields, "options", ""));
        fields.mistakes().forEach(above::mistaken);
        return application;
    }

    private static void numbered(ObjectNode json, String name, Map<Integer, byte[]> into, Fields above) {
        Fields one = Fields.of(json);
        byte[] number = hex(one, name, "");
        if (number.length < 1 || number.length > 2) {
            one.mistaken(name + " must have one or two bytes");
        } else {
            into.put(Integer.parseInt(HexFormat.of().formatHex(number), 16), hex(one, "hex", ""));
        }
        one.mistakes().forEach(above::mistaken);
    }

    private static void each(Fields fields, String name, BiConsumer<ObjectNode, Integer> read) {
        Optional<JsonNode> list = fields.any(name);
        if (list.isEmpty()) {
            return;
        }
        if (!(list.get() instanceof ArrayNode array)) {
            fields.mistaken(name + " must be a list");
            return;
        }
        int index = 0;
        for (JsonNode one : array) {
            if (one instanceof ObjectNode object) {
                read.accept(object, index++);
            } else {
                fields.mistaken(name + " must be a list of objects");
            }
        }
    }

    private static byte[] hex(Fields fields, String name, String otherwise) {
        String text = fields.text(name).orElse(otherwise).replace(" ", "");
        if (!text.matches("([0-9A-Fa-f]{2})*") || text.length() > 2 * LONGEST) {
            fields.mistaken(name + " must be hexadecimal digits, two for a byte");
            return new byte[0];
        }
        return HexFormat.of().parseHex(text);
    }
}
