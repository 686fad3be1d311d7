package banyan.server.enrol;

import banyan.acceptance.CentreIdentity;
import banyan.acceptance.Enrolment;
import banyan.acceptance.KeyAlgorithm;
import banyan.acceptance.KeyRenewal;
import banyan.acceptance.Refusal;
import banyan.acceptance.Signing;
import banyan.server.staff.Audit;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Renewal;
import banyan.server.wire.Reply;
import banyan.server.wire.Terminals;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What a terminal says of its own key: the first one, with a code, and the next one, by the word of the one before. */
public final class EnrolDesk {
    private final Jdbi rows;
    private final Terminals terminals;
    private final EnrolmentCodes codes;
    private final CentreIdentity identity;
    private final Audit audit;

    public EnrolDesk(Jdbi rows, Terminals terminals, EnrolmentCodes codes, CentreIdentity identity, Audit audit) {
        this.rows = rows;
        this.terminals = terminals;
        this.codes = codes;
        this.identity = identity;
        this.audit = audit;
    }

    /** {@code GET /identity} */
    public Reply identity(Call call) {
        return Reply.json(200, identity);
    }

    /** {@code PUT /enrolment} */
    public Reply enrol(Call call) {
        Optional<Enrolment> read = Json.read(call.body(), Enrolment.class).filter(said -> Names.isTerminal(said.terminal()));
        Optional<PublicKey> key = read.flatMap(said -> key(said.algorithm(), said.key()))
                .filter(one -> Signing.holds(one, read.get().signedBytes(), read.get().possession()));
        if (read.isEmpty() || key.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED, List.of("key"));
        }
        Reply reply = rows.inTransaction(handle -> codes.proven(handle, read.get())
                .map(by -> enrolled(handle, read.get(), key.get(), by))
                .orElseGet(() -> Reply.refused(Refusal.ENROLMENT_REFUSED)));
        terminals.changed();
        return reply;
    }

    private Reply enrolled(Handle handle, Enrolment said, PublicKey key, String by) {
        if (!terminals.enrol(handle, said.terminal(), key, by)) {
            return Reply.refused(Refusal.KEY_SPENT);
        }
        codes.used(handle, said);
        audit.note(handle, Audit.NOBODY, "TERMINAL-ENROLLED", said.terminal() + " " + Signing.keyId(key));
        return Reply.json(200, identity);
    }

    /** {@code PUT /key} */
    public Reply renew(Call call) {
        Optional<KeyRenewal> read = Json.read(call.body(), KeyRenewal.class);
        Optional<PublicKey> next = read.flatMap(said -> key(said.algorithm(), said.key()))
                .filter(one -> Signing.holds(
                        one, read.get().signedBytes(call.terminal()), read.get().possession()));
        if (read.isEmpty() || next.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED, List.of("key"));
        }
        Renewal renewal = rows.inTransaction(handle -> renewed(handle, call.terminal(), read.get(), next.get()));
        terminals.changed();
        return switch (renewal) {
            case DONE, DONE_BEFORE -> Reply.done();
            case SPENT -> Reply.refused(Refusal.KEY_SPENT);
            case OTHER -> Reply.refused(Refusal.KEY_DIFFERS);
        };
    }

    private Renewal renewed(Handle handle, String terminal, KeyRenewal said, PublicKey next) {
        Renewal renewal = terminals.renew(handle, terminal, said.replaces(), next);
        if (renewal == Renewal.DONE) {
            audit.note(handle, Audit.NOBODY, "TERMINAL-KEY-RENEWED", terminal + " " + Signing.keyId(next));
        }
        return renewal;
    }

    private static Optional<PublicKey> key(String algorithm, byte[] encoded) {
        return KeyAlgorithm.named(algorithm).flatMap(known -> known.publicKey(encoded));
    }
}
