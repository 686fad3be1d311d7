package banyan.server.register;

import banyan.acceptance.Fact;
import banyan.acceptance.Facts;
import banyan.acceptance.FactsQuery;
import banyan.acceptance.Refusal;
import banyan.server.intake.ItemBook;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Answers what is known of a citizen, no more than the item asks for, and keeps a note that it was asked. */
public final class Lookups {
    private final ItemBook items;
    private final Registers registers;
    private final LookupNotes notes;
    private final InstantSource clock;
    private final ZoneId zone;

    public Lookups(ItemBook items, Registers registers, LookupNotes notes, InstantSource clock, ZoneId zone) {
        this.items = items;
        this.registers = registers;
        this.notes = notes;
        this.clock = clock;
        this.zone = zone;
    }

    /** {@code POST /facts} */
    public Reply post(Call call) {
        Optional<FactsQuery> query = Json.read(call.body(), FactsQuery.class);
        if (query.isEmpty() || !Names.isCitizen(query.get().number())) {
            return Reply.refused(Refusal.MALFORMED, query.isEmpty() ? List.of() : List.of("number"));
        }
        Optional<ItemBook.Offer> offer = items.offer(query.get().item());
        if (offer.isEmpty()) {
            return Reply.refused(Refusal.ITEM_UNKNOWN);
        }
        LookupNotes.Open note = notes.begun(
                call.terminal(), LookupNotes.Purpose.FACTS, query.get().item(), query.get().number(), Optional.empty());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Fact> facts = offer.get().facts().isEmpty()
                ? List.of()
                : registers.facts(query.get().number(), offer.get().facts(), today);
        notes.ended(note, "all", facts.isEmpty() ? "NOTHING" : "FOUND");
        return Reply.json(200, new Facts(facts));
    }
}
