package banyan.simulator.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class CardFixturesTest {
    private static final Fixtures BUILT_IN = new Fixtures(Optional.empty());
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    static Stream<String> names() {
        return BUILT_IN.names(Fixtures.Kind.CARDS).stream();
    }

    /** The number of a foreigner's card of 2017 has another form. */
    static Stream<String> withCheckDigit() {
        return names().filter(name -> !name.equals("foreigner-2017.json"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCardIsReadable(String name) {
        Fields into = Fields.none();
        assertTrue(Card.read(name, json(name), into).base().length > 0);
        assertEquals(List.of(), into.mistakes());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCardSaysThatItIsInvented(String name) {
        assertTrue(json(name).path("note").stringValue("").contains("虚构"));
    }

    @ParameterizedTest
    @MethodSource("withCheckDigit")
    void onlyOneNumberHasAWrongCheckDigit(String name) {
        String number = json(name).path("number").stringValue("");
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(number.charAt(i), 10);
        }
        assertEquals(!name.equals("wrong-check-digit.json"), "10X98765432".charAt(sum % 11) == number.charAt(17));
    }

    private static ObjectNode json(String name) {
        byte[] bytes = BUILT_IN.bytes(Fixtures.Kind.CARDS, name).orElseThrow();
        return Fields.parse(new String(bytes, StandardCharsets.UTF_8)).object().orElseThrow();
    }
}
