package banyan.server.register;

import banyan.acceptance.Facts;
import banyan.acceptance.FactsQuery;
import banyan.acceptance.Refusal;
import banyan.server.intake.ItemBook;
import banyan.server.store.CentreSecret;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Answers what is known of a citizen, no more than the item asks for, and keeps a note that it was asked. */
public final class Lookups {
    private final Jdbi rows;
    private final ItemBook items;
    private final Registers registers;
    private final byte[] secret;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param secret under which a citizen's number is hashed for the note */
    public Lookups(Jdbi rows, ItemBook items, Registers registers, byte[] secret, InstantSource clock, ZoneId zone) {
        this.rows = rows;
        this.items = items;
        this.registers = registers;
        this.secret = secret;
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
        Instant now = clock.instant();
        note(call.terminal(), query.get(), now);
        LocalDate today = LocalDate.ofInstant(now, zone);
        return Reply.json(
                200, new Facts(registers.facts(query.get().number(), offer.get().facts(), today)));
    }

    private void note(String terminal, FactsQuery query, Instant now) {
        rows.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO lookup (terminal, item, citizen, at) VALUES (:terminal, :item, :citizen, :at)")
                .bind("terminal", terminal)
                .bind("item", query.item())
                .bind("citizen", CentreSecret.keyedHash(secret, query.number()))
                .bind("at", now)
                .execute());
    }
}
