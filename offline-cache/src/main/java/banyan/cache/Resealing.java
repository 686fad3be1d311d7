package banyan.cache;

import java.util.Optional;

/** Seals what a journal of form 1 held for the place that it has in the present form. */
final class Resealing {
    private final EntrySeal seal;
    private final Tags tags;

    /** An entry ready for its place; its body may be damaged, or empty where none was found. */
    record Entry(Rows.Row row, byte[] body) {}

    Resealing(EntrySeal seal, Tags tags) {
        this.seal = seal;
        this.tags = tags;
    }

    /** Its new place; empty where the head does not open. */
    Optional<Long> id(Rows.Row old) {
        return seal.head(old.id(), old.head()).map(head -> tags.entry(old.kind(), head.name(), head.payload()));
    }

    /** The new place of this submission's receipt. */
    long id(String name) {
        return tags.submission(name);
    }

    /** Empty where the head does not open. A body that does not is carried as it lies, so that its damage is found like any other. */
    Optional<Entry> entry(Rows.Row old, byte[] body) {
        return seal.open(old.id(), old.head()).map(opened -> {
            Head head = opened.head();
            long id = tags.entry(old.kind(), head.name(), head.payload());
            long number = old.kind() == 0 ? tags.number(head.number()) : 0;
            Optional<byte[]> payload = seal.body(old.id(), opened, body);
            EntrySeal.Parts parts = seal.seal(id, head, payload.orElse(new byte[0]));
            return new Entry(
                    new Rows.Row(id, old.kind(), old.state(), old.hour(), old.code(), number, parts.head()),
                    payload.isPresent() ? parts.body() : body);
        });
    }

    /** A receipt that does not open leaves an empty one in its place: the centre holds the submission, but cannot be quoted. */
    Rows.Receipted receipt(String name, String number, long hour, byte[] sealed) {
        Rows.Receipted anew = new StoredReceipt(name, number, seal.receipt(name, sealed)).sealed(seal, tags, hour);
        return Rows.isErased(sealed)
                ? new Rows.Receipted(anew.id(), anew.number(), hour, anew.label(), sealed)
                : anew;
    }
}
