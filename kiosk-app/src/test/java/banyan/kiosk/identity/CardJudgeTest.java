package banyan.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.Fault;
import banyan.device.IdCard;
import banyan.kiosk.visit.Page.CardTrouble;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardJudgeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void aGoodCardHasNoTrouble() {
        assertEquals(
                Optional.empty(), CardJudge.trouble(card("350102199003071234", "2019-05-20", "2039-05-20"), TODAY));
    }

    @Test
    void aWrongCheckDigitIsTold() {
        assertEquals(
                Optional.of(CardTrouble.CHECK_DIGIT),
                CardJudge.trouble(card("350102199003071235", "2019-05-20", "2039-05-20"), TODAY));
    }

    @Test
    void theLastDayOfValidityStillHolds() {
        assertEquals(
                Optional.empty(), CardJudge.trouble(card("350102199003071234", "2006-11-20", "2026-11-20"), TODAY));
        assertEquals(
                Optional.of(CardTrouble.EXPIRED),
                CardJudge.trouble(card("350102199003071234", "2006-11-19", "2026-11-19"), TODAY));
    }

    @Test
    void aCardOfTomorrowIsNotYetValid() {
        assertEquals(
                Optional.of(CardTrouble.NOT_YET_VALID),
                CardJudge.trouble(card("350102199003071234", "2026-11-21", "2046-11-21"), TODAY));
    }

    @Test
    void aReaderThatIsGoneIsNotTheCitizensCard() {
        assertEquals(
                CardTrouble.READER_GONE,
                CardJudge.of(new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "READER-GONE")));
    }

    private static IdCard card(String number, String from, String to) {
        return new IdCard(
                IdCard.Type.RESIDENT,
                "张三丰",
                "1",
                "01",
                LocalDate.of(1990, 3, 7),
                "样张路",
                number,
                "样张",
                LocalDate.parse(from),
                Optional.of(LocalDate.parse(to)),
                new byte[0]);
    }
}
