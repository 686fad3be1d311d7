package banyan.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.item.Source;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TravellingDraftTest {
    /** Whoever has the paper can write there what he likes: it is what a citizen says, and no register's word. */
    @Test
    void whatACodesHolderWroteIsNoRegistersWord() {
        byte[] content = """
                {"item":"a","version":"1","stage":3,"part":2,"answers":{"months":{"value":"99","source":"REGISTER"}}}"""
                .getBytes(StandardCharsets.UTF_8);
        TravellingDraft draft = TravellingDraft.read(content).orElseThrow();
        assertEquals(new Answer("99", Source.REGISTER), draft.filing().answers().get("months"));
        TravellingDraft unproven = draft.unproven();
        assertEquals(new Answer("99", Source.CITIZEN), unproven.filing().answers().get("months"));
        assertEquals(0, unproven.stage());
        assertEquals(0, unproven.part());
    }
}
