package banyan.driver.sane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.Scanner.Colour;
import banyan.device.Scanner.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WishesTest {
    private static final Wishes USUAL = new Wishes("", "", "", 210, 297);

    /** The sources of the backends fujitsu, epsonds, pixma and test, as their manual pages name them. */
    @Test
    void theUsualNamesOfSourcesAreKnown() {
        List<String> fujitsu = List.of("Flatbed", "ADF Front", "ADF Back", "ADF Duplex");
        assertEquals(Optional.of("Flatbed"), USUAL.source(Source.FLATBED, fujitsu));
        assertEquals(Optional.of("ADF Front"), USUAL.source(Source.FEEDER, fujitsu));
        assertEquals(Optional.of("ADF Duplex"), USUAL.source(Source.FEEDER_BOTH_SIDES, fujitsu));
        List<String> test = List.of("Flatbed", "Automatic Document Feeder");
        assertEquals(Optional.of("Automatic Document Feeder"), USUAL.source(Source.FEEDER, test));
        assertEquals(Optional.empty(), USUAL.source(Source.FEEDER_BOTH_SIDES, test));
    }

    @Test
    void aNameThatTheSiteGivesIsTakenAsItIsOrNotAtAll() {
        Wishes given = new Wishes("", "Card Front", "", 210, 297);
        assertEquals(Optional.of("Card Front"), given.source(Source.FEEDER, List.of("ADF Front", "Card Front")));
        assertEquals(Optional.empty(), given.source(Source.FEEDER, List.of("ADF Front")));
    }

    @Test
    void aModeIsFoundByItsWord() {
        List<String> modes = List.of("Lineart", "True Gray", "24bit Color");
        assertEquals(Optional.of("True Gray"), Wishes.mode(Colour.GREY, modes));
        assertEquals(Optional.of("24bit Color"), Wishes.mode(Colour.COLOUR, modes));
        assertEquals(Optional.empty(), Wishes.mode(Colour.COLOUR, List.of("Lineart")));
    }

    @Test
    void theResolutionIsTheNearestThatIsNotLessElseTheGreatest() {
        List<Integer> there = List.of(600, 75, 300, 150);
        assertEquals(150, Wishes.resolution(100, there));
        assertEquals(300, Wishes.resolution(300, there));
        assertEquals(600, Wishes.resolution(1200, there));
        assertEquals(250, Wishes.resolution(210, 50, 600, 100));
        assertEquals(600, Wishes.resolution(599, 50, 600, 100));
        assertEquals(50, Wishes.resolution(20, 50, 600, 0));
    }
}
