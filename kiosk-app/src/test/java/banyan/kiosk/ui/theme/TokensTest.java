package banyan.kiosk.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.kiosk.ui.control.BrandMark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The terminal reads no tokens at its start; that what it was built with is what they say is checked here. */
class TokensTest {
    private static final Pattern LOOKED_UP = Pattern.compile("(?m)^    -([a-zA-Z0-9-]+): (#[0-9A-F]{6});$");
    private static JsonNode tokens = JsonMapper.shared().createObjectNode();
    private static String css = "";

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = TokensTest.class.getResourceAsStream("tokens.json");
                InputStream sheet = Format.class.getResourceAsStream("banyan.css")) {
            tokens = JsonMapper.shared().readTree(in);
            css = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyColourOfTheStyleSheetIsTheTokens() {
        Map<String, String> there = new TreeMap<>();
        tokens.get("colour")
                .properties()
                .forEach(colour -> there.put(colour.getKey(), colour.getValue().asString()));
        Map<String, String> here = new TreeMap<>();
        Matcher looked = LOOKED_UP.matcher(css.substring(0, css.indexOf("/* Mixed")));
        while (looked.find()) {
            here.put(looked.group(1), looked.group(2));
        }
        assertEquals(there, here);
    }

    @Test
    void theColoursDrawnByHandAreTheTokens() {
        assertEquals(Color.web(tokens.get("colour").get("ink").asString()), Colour.INK);
        assertEquals(Color.web(tokens.get("colour").get("paper").asString()), Colour.PAPER);
    }

    @Test
    void everyIconIsTheTokens() {
        List<String> different = new ArrayList<>();
        for (Icon icon : Icon.values()) {
            JsonNode path = tokens.get("icons").get("paths").get(icon.setName());
            if (path == null || !path.asString().equals(icon.path())) {
                different.add(icon.setName());
            }
        }
        assertEquals(List.of(), different);
    }

    @Test
    void zonesAreTheTokens() {
        for (Format format : Format.values()) {
            JsonNode zones = tokens.get("zones").get(format.isPortrait() ? "portrait" : "landscape");
            assertEquals(zone(zones.get("strip")), format.strip());
            assertEquals(zone(zones.get("content")), format.content());
            assertEquals(zone(zones.get("back")), format.back());
            assertEquals(zone(zones.get("middle")), format.middle());
            assertEquals(zone(zones.get("primary")), format.primary());
            assertEquals(zone(zones.get("dock")), format.dock());
        }
    }

    @Test
    void theKeyboardZoneIsTheTokens() {
        assertEquals(zone(tokens.get("zones").get("portrait").get("keyboard")), Format.PORTRAIT.keyboard());
    }

    private static Zone zone(JsonNode numbers) {
        return new Zone(
                numbers.get(0).asDouble(),
                numbers.get(1).asDouble(),
                numbers.get(2).asDouble(),
                numbers.get(3).asDouble());
    }

    @Test
    void typeIsTheTokens() {
        Map<String, Type> roles = Map.ofEntries(
                Map.entry("display", Type.DISPLAY),
                Map.entry("h1", Type.H1),
                Map.entry("h2", Type.H2),
                Map.entry("h3", Type.H3),
                Map.entry("number", Type.NUMBER),
                Map.entry("countdown", Type.COUNTDOWN),
                Map.entry("buttonPrimary", Type.BUTTON_PRIMARY),
                Map.entry("button", Type.BUTTON),
                Map.entry("field", Type.FIELD),
                Map.entry("bodyStrong", Type.BODY_STRONG),
                Map.entry("body", Type.BODY),
                Map.entry("bodySmall", Type.BODY_SMALL),
                Map.entry("note", Type.NOTE));
        roles.forEach((name, type) -> {
            JsonNode token = tokens.get("type").get(name);
            assertEquals(token.get("size").asDouble(), type.size(), name);
            assertEquals(token.get("line").asDouble(), type.line(), name);
            assertEquals(token.get("weight").asInt() == 700, type.weight() == Weight.BOLD, name);
        });
    }

    @Test
    void noRoleOfTypeIsSmallerThanTheFloor() {
        assertEquals(tokens.get("type").get("minimum").get("size").asDouble(), Type.FLOOR);
        for (Type type : Type.values()) {
            assertEquals(Math.max(Type.FLOOR, type.size()), type.size(), type.name());
        }
    }

    @Test
    void motionIsTheTokens() {
        assertEquals(tokens.get("motion").get("page").get("ms").asDouble(), Motion.PAGE.toMillis());
        assertEquals(tokens.get("motion").get("sheet").get("ms").asDouble(), Motion.SHEET.toMillis());
    }

    @Test
    void theMarkIsTheTokens() {
        assertEquals(tokens.get("brandMark").get("canopyAndTrunk").asString(), BrandMark.CANOPY_AND_TRUNK);
    }

    @Test
    void everyPairOfColoursHasTheContrastItNeeds() {
        List<String> faint = new ArrayList<>();
        for (JsonNode pair : tokens.get("contrast")) {
            double ratio = ratio(colour(pair.get("text")), colour(pair.get("on")));
            if (ratio < pair.get("need").asDouble()) {
                faint.add(pair.get("text").asString() + " on " + pair.get("on").asString());
            }
        }
        assertEquals(List.of(), faint);
    }

    private static Color colour(JsonNode name) {
        return Color.web(tokens.get("colour").get(name.asString()).asString());
    }

    private static double ratio(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    @Test
    void everyIllustrationCanBeBuilt() {
        for (Illustration illustration : Illustration.values()) {
            Illustration.Picture picture = illustration.picture();
            assertEquals(true, picture.width() > 0 && !picture.parts().isEmpty(), illustration.name());
        }
    }
}
