package banyan.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.Fault;
import banyan.device.IdCard;
import banyan.device.Outcome;
import banyan.item.Applicant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardJudgeTest {
    private static final CardReading HOLDS = new CardReading.Holds(new Applicant("张三丰", "350102199003071234", "样张路"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void aGoodCardHasNoTrouble() {
        assertEquals(HOLDS, judged(card("350102199003071234", "2019-05-20", "2039-05-20")));
    }

    @Test
    void aWrongCheckDigitIsTold() {
        assertEquals(flawed(CardFlaw.CHECK_DIGIT), judged(card("350102199003071235", "2019-05-20", "2039-05-20")));
    }

    @Test
    void theLastDayOfValidityStillHolds() {
        assertEquals(HOLDS, judged(card("350102199003071234", "2006-11-20", "2026-11-20")));
        assertEquals(flawed(CardFlaw.EXPIRED), judged(card("350102199003071234", "2006-11-19", "2026-11-19")));
    }

    @Test
    void aCardOfTomorrowIsNotYetValid() {
        assertEquals(flawed(CardFlaw.NOT_YET_VALID), judged(card("350102199003071234", "2026-11-21", "2046-11-21")));
    }

    @Test
    void aReaderThatIsGoneIsNotTheCitizensCard() {
        assertEquals(
                flawed(CardFlaw.READER_GONE),
                CardJudge.judge(
                        Outcome.failed(new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "READER-GONE")),
                        TODAY));
    }

    @Test
    void aCardLiftedWhileItIsReadIsToldSo() {
        assertEquals(
                flawed(CardFlaw.MOVED),
                CardJudge.judge(
                        Outcome.failed(new Fault(Fault.Kind.MEDIA, Fault.Remedy.ASK_CITIZEN, "ID-CARD-MOVED")), TODAY));
    }

    @Test
    void aNumberOfAnotherBirthdayIsNotBelieved() {
        IdCard other = card(
                IdCard.Type.RESIDENT, "350102199003071234", LocalDate.of(1990, 3, 8), "2019-05-20", "2039-05-20");
        assertEquals(flawed(CardFlaw.CHECK_DIGIT), judged(other));
    }

    @Test
    void whoMovedHouseLivesAtTheNewestAddress() {
        IdCard moved = card("350102199003071234", "2019-05-20", "2039-05-20").withNewestAddress("迁居路");
        assertEquals(new CardReading.Holds(new Applicant("张三丰", "350102199003071234", "迁居路")), judged(moved));
    }

    @Test
    void aForeignersCardIsReadAndNotServed() {
        IdCard of2023 = card(
                IdCard.Type.FOREIGNER_2023,
                "911156198503150123",
                LocalDate.of(1985, 3, 15),
                "2024-01-01",
                "2034-01-01");
        IdCard of2017 = card(
                IdCard.Type.FOREIGNER_2017, "GBR110085031501", LocalDate.of(1985, 3, 15), "2018-01-01", "2028-01-01");
        assertEquals(flawed(CardFlaw.NOT_SERVED), judged(of2023));
        assertEquals(flawed(CardFlaw.NOT_SERVED), judged(of2017));
    }

    @Test
    void aForeignersCardThatHasEndedIsToldSoFirst() {
        IdCard ended = card(
                IdCard.Type.FOREIGNER_2017, "GBR110085031501", LocalDate.of(1985, 3, 15), "2008-01-01", "2018-01-01");
        assertEquals(flawed(CardFlaw.EXPIRED), judged(ended));
    }

    private static CardReading judged(IdCard card) {
        return CardJudge.judge(Outcome.done(card), TODAY);
    }

    private static CardReading flawed(CardFlaw flaw) {
        return new CardReading.Flawed(flaw);
    }

    private static IdCard card(String number, String from, String to) {
        return card(IdCard.Type.RESIDENT, number, LocalDate.of(1990, 3, 7), from, to);
    }

    private static IdCard card(IdCard.Type type, String number, LocalDate birth, String from, String to) {
        return new IdCard(
                type,
                "张三丰",
                "",
                "1",
                "01",
                "",
                birth,
                "样张路",
                Optional.empty(),
                number,
                "",
                "样张",
                LocalDate.parse(from),
                Optional.of(LocalDate.parse(to)),
                new byte[0]);
    }
}
