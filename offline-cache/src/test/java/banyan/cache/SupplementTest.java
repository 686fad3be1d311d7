package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was asked for in a case waits, goes and is proven as a submission is; only its place at the centre is another. */
class SupplementTest extends AtTheSender {
    private Sealed kept(int... sizes) {
        Sealed sealed = Given.supplement(journal, Given.pages(pages, sizes));
        assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
        return sealed;
    }

    @Test
    void itGoesToItsOwnPlaceWithItsPapersBelowItsNameAndIsReceivedByTheSignedReceipt() {
        Sealed sealed = kept(100, 200_000);
        sync.start();
        Delivery.End end = sync.deliver(sealed.id(), Given.SOON, _ -> {});
        assertEquals(
                Receipts.NUMBER,
                assertInstanceOf(Delivery.Received.class, end).receipt().acceptanceNumber());
        assertTrue(centre.requests.contains("PUT /api/v1/supplements/" + sealed.id()));
        assertEquals(
                2,
                centre.requests.stream()
                        .filter(one -> one.startsWith("PUT /api/v1/submissions/" + sealed.id() + "/papers/"))
                        .count());
        assertTrue(centre.requests.stream().noneMatch(("PUT /api/v1/submissions/" + sealed.id())::equals));
        assertInstanceOf(Standing.Received.class, journal.standing(sealed.id()).orElseThrow());
    }

    @Test
    void afterARestartItStillIsOne() {
        Sealed sealed = kept(100);
        journal.close();
        journal = Given.journal(folder);
        Pending entry = journal.pending().getFirst();
        assertEquals("/api/v1/supplements/" + sealed.id(), entry.path());
        assertEquals(sealed.number(), entry.number());
        assertArrayEquals(
                sealed.payload(), journal.read(entry).orElseThrow().payload());
        assertEquals(1, journal.report().kept());
    }

    @Test
    void itsTerminalNamesItAmongWhatWasFiledThatDay() {
        Sealed sealed = kept(100);
        long hour = Given.NOON.getEpochSecond() / 3600;
        assertEquals(
                Optional.of(List.of(sealed.id().toString())),
                journal.filed(hour, hour + 1).map(all -> all.stream().map(Filed::name).toList()));
    }

    @Test
    void oneThatIsNotTakenAnyMoreIsSetAsideForAClerk() throws java.io.IOException {
        centre.handling = request -> request.contains("/supplements/")
                ? Optional.of(TestCentre.Said.refusal(Refusal.SUPPLEMENT_OVER))
                : Optional.empty();
        Sealed sealed = kept(100);
        new RefusalReports(journal).start(sync);
        sync.start();
        assertEquals(
                new Delivery.Refused("SUPPLEMENT-OVER"), sync.deliver(sealed.id(), Given.SOON, _ -> {}));
        Until.holds(() -> journal.assignment(sealed.number()).isPresent());
    }

    @Test
    void aHeadThatSaysWhatItIsIsReadAgainAndOneOfSomethingUnknownIsNot() {
        Head head = new Head(
                Sealed.What.SUPPLEMENT, 7, "name", "0137-8K42", banyan.acceptance.Sha256.of(new byte[0]), List.of());
        byte[] bytes = head.bytes();
        assertEquals(Optional.of(head), Head.read(bytes));
        bytes[1] = 9;
        assertEquals(Optional.empty(), Head.read(bytes));
    }
}
