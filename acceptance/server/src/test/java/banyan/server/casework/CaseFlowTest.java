package banyan.server.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CaseStand;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which deed leads where. */
class CaseFlowTest {
    private static final CaseStand.Decision DECISION = new CaseStand.Decision(
            CaseStand.Decision.Outcome.GRANTED, Instant.EPOCH, List.of("符合申请条件"), "");
    private static final Deed ASK = new Deed.Ask(
            new CaseStand.Asked(UUID.randomUUID(), Instant.EPOCH, Optional.empty(), 5, "请补正", List.of()), Optional.empty());
    private static final List<Deed> DEEDS = List.of(
            new Deed.Accept(),
            new Deed.DontAccept(DECISION),
            new Deed.Begin(),
            ASK,
            new Deed.Answer(UUID.randomUUID()),
            new Deed.GoOn(),
            new Deed.Grant(DECISION, new TreeMap<>()),
            new Deed.Refuse(DECISION, new TreeMap<>()),
            new Deed.Issue(),
            new Deed.Withdraw(),
            new Deed.Claim("1001"),
            new Deed.HandOver(Optional.empty()),
            new Deed.Note("。"),
            new Deed.Compare("proof"),
            new Deed.Remind());

    private static CaseState after(Deed... deeds) {
        CaseState state = CaseState.RECEIVED;
        for (Deed deed : deeds) {
            state = CaseFlow.next(state, deed).orElseThrow();
        }
        return state;
    }

    @Test
    void theUsualWayEndsWithADocument() {
        assertEquals(
                CaseState.ISSUED,
                after(new Deed.Accept(), new Deed.Begin(), new Deed.Grant(DECISION, new TreeMap<>()), new Deed.Issue()));
    }

    @Test
    void whatWasAskedBeforeItWasTakenUpComesBackThere() {
        Deed answer = new Deed.Answer(UUID.randomUUID());
        assertEquals(CaseState.NOT_ACCEPTED, after(ASK, answer, new Deed.DontAccept(DECISION)));
        assertEquals(CaseState.ACCEPTED, after(ASK, answer, new Deed.Accept()));
        assertEquals(Optional.empty(), CaseFlow.next(after(new Deed.Accept(), ASK, answer), new Deed.DontAccept(DECISION)));
    }

    @Test
    void nothingIsDecidedWhileTheCitizenIsAsked() {
        CaseState asked = after(new Deed.Accept(), new Deed.Begin(), ASK);
        assertEquals(Optional.empty(), CaseFlow.next(asked, new Deed.Grant(DECISION, new TreeMap<>())));
        assertEquals(Optional.empty(), CaseFlow.next(asked, new Deed.Refuse(DECISION, new TreeMap<>())));
        assertEquals(CaseState.IN_REVIEW, after(new Deed.Accept(), new Deed.Begin(), ASK, new Deed.GoOn()));
    }

    @Test
    void aCitizenMayWithdrawUntilItIsDecidedAndNotAfter() {
        Set<CaseState> withdrawable = Arrays.stream(CaseState.values())
                .filter(state -> CaseFlow.next(state, new Deed.Withdraw()).isPresent())
                .collect(Collectors.toSet());
        assertEquals(
                EnumSet.of(
                        CaseState.RECEIVED,
                        CaseState.ASKED_FIRST,
                        CaseState.ANSWERED_FIRST,
                        CaseState.ACCEPTED,
                        CaseState.IN_REVIEW,
                        CaseState.SUPPLEMENT_ASKED,
                        CaseState.ANSWERED),
                withdrawable);
    }

    @Test
    void everyStateIsReachedAndOnlyTheLastOnesAreEnds() {
        Set<CaseState> seen = EnumSet.of(CaseState.RECEIVED);
        Queue<CaseState> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            CaseState from = next.remove();
            boolean moves = false;
            for (Deed deed : DEEDS) {
                Optional<CaseState> to = CaseFlow.next(from, deed);
                moves |= to.isPresent() && to.get() != from;
                if (to.isPresent() && seen.add(to.get())) {
                    next.add(to.get());
                }
            }
            assertEquals(from.open(), moves, from.name());
        }
        assertEquals(EnumSet.allOf(CaseState.class), seen);
    }

    @Test
    void whatIsOverTakesNothingButANote() {
        for (CaseState state : CaseState.values()) {
            for (Deed deed : DEEDS) {
                boolean note = deed instanceof Deed.Note;
                assertTrue(state.open() || note || CaseFlow.next(state, deed).isEmpty(), state + " " + deed.code());
                assertFalse(note && CaseFlow.next(state, deed).isEmpty());
            }
        }
    }
}
