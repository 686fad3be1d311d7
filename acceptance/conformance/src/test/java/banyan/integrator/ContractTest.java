package banyan.integrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the document allows is allowed, and nothing else. */
class ContractTest {
    private static final String PROBLEM = "application/problem+json";

    private final Contract contract = Contract.own();
    private final Contract.Operation submit = contract.operation("submit");

    @Test
    void anAnswerOfTheDocumentsFormHasNoFaults() {
        assertEquals(List.of(), faults(202, "application/json", "{\"missing\":[]}"));
        assertEquals(
                List.of(),
                faults(422, PROBLEM, "{\"type\":\"urn:x\",\"title\":\"x\",\"status\":422,\"code\":\"MALFORMED\",\"fields\":[]}"));
    }

    @Test
    void whatIsMissingMistypedOrOfAnotherPatternIsAFault() {
        assertFalse(faults(202, "application/json", "{}").isEmpty());
        assertFalse(faults(202, "application/json", "{\"missing\":\"all\"}").isEmpty());
        assertFalse(faults(202, "application/json", "{\"missing\":[\"not a hash\"]}").isEmpty());
        assertFalse(faults(202, "application/json", "{").isEmpty());
    }

    @Test
    void aProblemOfAnotherCodeOrStatusIsAFault() {
        assertFalse(faults(422, PROBLEM, "{\"type\":\"urn:x\",\"title\":\"x\",\"status\":422,\"code\":\"OWN\",\"fields\":[]}")
                .isEmpty());
        assertFalse(faults(422, PROBLEM, "{\"type\":\"urn:x\",\"title\":\"x\",\"status\":400,\"code\":\"MALFORMED\",\"fields\":[]}")
                .isEmpty());
    }

    @Test
    void anotherMediaTypeIsAFault() {
        assertFalse(faults(202, "text/html", "<p>").isEmpty());
        assertFalse(faults(500, "text/html", "<p>").isEmpty());
    }

    @Test
    void faultsNeverQuoteWhatWasAnswered() {
        String said = String.join(" ", faults(202, "application/json", "{\"missing\":[\"350102199003071234\"]}"));
        assertFalse(said.contains("350102199003071234"), said);
    }

    private List<String> faults(int status, String mediaType, String body) {
        return contract.faults(submit, status, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }
}
