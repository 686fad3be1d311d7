package banyan.server.city;

import banyan.acceptance.CaseStand.Decision;
import banyan.acceptance.CaseStand.Decision.Outcome;
import banyan.server.casework.CaseFlow;
import banyan.server.casework.CaseRow;
import banyan.server.casework.CaseState;
import banyan.server.casework.Casework;
import banyan.server.casework.Deed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Brings a case to where the platform says it is, by the deeds that lead there, each of which stands in the trace. */
final class Advance {
    private static final Set<CaseState> DECIDED =
            EnumSet.of(CaseState.NOT_ACCEPTED, CaseState.GRANTED, CaseState.REFUSED, CaseState.ISSUED);
    private static final Set<CaseState> LAST = EnumSet.of(CaseState.NOT_ACCEPTED, CaseState.REFUSED, CaseState.ISSUED);

    private final Casework casework;

    Advance(Casework casework) {
        this.casework = casework;
    }

    /** What became of it. */
    enum Moved {
        /** It is there now, or was there already or farther. */
        THERE,
        /** It was decided otherwise here, or is over. */
        CONFLICT,
        /** A decision without a word why. */
        NO_GROUNDS
    }

    /** Whether nothing comes behind this. */
    static boolean isLast(CaseState stage) {
        return LAST.contains(stage);
    }

    /** @param row locked by the caller */
    Moved to(Handle handle, CaseRow row, Platform.Told.At told, String by, Instant now) {
        List<Deed> kinds = kinds(told, now);
        Optional<List<Deed>> way = between(row.state(), told.stage(), kinds);
        if (way.isEmpty()) {
            // News from before what the case has come to. A decision is no such news: two that differ are somebody's to settle.
            boolean old = !DECIDED.contains(told.stage()) || between(told.stage(), row.state(), kinds).isPresent();
            return old ? Moved.THERE : Moved.CONFLICT;
        }
        boolean decides = way.get().stream().anyMatch(Advance::isDecision);
        if (decides && told.words().isBlank()) {
            return Moved.NO_GROUNDS;
        }
        CaseRow at = row;
        for (Deed deed : way.get()) {
            at = switch (casework.act(handle, at, deed, by, now)) {
                case Casework.Outcome.Done(var after) -> after;
                case Casework.Outcome.Not _ -> throw new IllegalStateException("a way that cannot be gone");
            };
        }
        return Moved.THERE;
    }

    private static boolean isDecision(Deed deed) {
        return deed instanceof Deed.Grant || deed instanceof Deed.Refuse || deed instanceof Deed.DontAccept;
    }

    /** What a platform can do to a case. */
    private static List<Deed> kinds(Platform.Told.At told, Instant now) {
        List<String> grounds = List.of(told.words());
        return List.of(
                new Deed.Accept(),
                new Deed.Begin(),
                new Deed.DontAccept(new Decision(Outcome.NOT_ACCEPTED, now, grounds, "")),
                new Deed.Grant(new Decision(Outcome.GRANTED, now, grounds, ""), told.data()),
                new Deed.Refuse(new Decision(Outcome.REFUSED, now, grounds, ""), told.data()),
                new Deed.Issue());
    }

    /** The shortest way; empty where there is none. */
    static Optional<List<Deed>> between(CaseState from, CaseState to, List<Deed> kinds) {
        ArrayDeque<Way> open = new ArrayDeque<>(List.of(new Way(from, List.of())));
        Set<CaseState> seen = EnumSet.of(from);
        while (!open.isEmpty()) {
            Way way = open.remove();
            if (way.at() == to) {
                return Optional.of(way.deeds());
            }
            for (Deed deed : kinds) {
                CaseFlow.next(way.at(), deed).filter(seen::add).ifPresent(next -> open.add(way.with(deed, next)));
            }
        }
        return Optional.empty();
    }

    private record Way(CaseState at, List<Deed> deeds) {
        Way with(Deed deed, CaseState next) {
            List<Deed> longer = new ArrayList<>(deeds);
            longer.add(deed);
            return new Way(next, List.copyOf(longer));
        }
    }
}
