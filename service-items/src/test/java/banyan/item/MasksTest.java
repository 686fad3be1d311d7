package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MasksTest {
    @Test
    void aNameOfTwoCharactersKeepsTheFirst() {
        assertEquals("张*", Masks.name("张丰"));
    }

    @Test
    void aNameOfThreeCharactersKeepsItsEnds() {
        assertEquals("张*丰", Masks.name("张三丰"));
    }

    @Test
    void aDoubleSurnameStaysWhole() {
        assertEquals("欧阳**", Masks.name("欧阳震华"));
        assertEquals("欧阳*", Masks.name("欧阳锋"));
    }

    @Test
    void aLongNameShowsNoMoreThanItsBeginning() {
        assertEquals("阿里**", Masks.name("阿里木·买买提"));
        assertEquals("M**", Masks.name("Maria Lopez"));
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsNotCutInTwo() {
        assertEquals("张*𠮷", Masks.name("张三𠮷"));
    }

    @Test
    void anIdNumberShowsPlaceAndLastFour() {
        assertEquals("350102********1239", Masks.id("350102199003071239"));
    }

    @Test
    void aPhoneNumberShowsItsEnds() {
        assertEquals("138****2671", Masks.phone("13800002671"));
    }

    @Test
    void aCardIsItsEndingInTheCitizensLanguage() {
        assertEquals("尾号 0381", Masks.card("6222020000000000381", Language.ZH_CN));
        assertEquals("ending 0381", Masks.card("6222020000000000381", Language.EN));
    }

    @Test
    void anAddressEndsAtTheStreet() {
        assertEquals("福州市鼓楼区东街口***", Masks.address("福州市鼓楼区东街口8号2座301"));
        assertEquals("福州市鼓楼区古田路***", Masks.address("福州市鼓楼区古田路12号"));
    }

    @Test
    void whatIsTooShortForItsPatternIsCoveredWholly() {
        assertEquals("*****", Masks.id("12345"));
        assertEquals("****", Masks.phone("1380"));
        assertEquals("****", Masks.card("0381", Language.ZH_CN));
        assertEquals("*", Masks.name("张"));
        assertEquals("***", Masks.address("某处"));
    }
}
