package banyan.server;

import banyan.server.instant.InstantDesk;
import banyan.server.instant.InstantEnquiry;
import banyan.server.register.LookupNotes;
import banyan.server.register.Registers;

/** Decisions at once. */
final class InstantPart {
    private InstantPart() {}

    static InstantDesk desk(Foundation on, Registers registers) {
        LookupNotes notes = new LookupNotes(on.jdbi(), on.secret().forUse("lookups"), on.clock());
        return new InstantDesk(
                on.jdbi(),
                on.items(),
                new InstantEnquiry(registers, notes),
                on.calendar(),
                on.clock(),
                on.settings().engine().instant());
    }
}
