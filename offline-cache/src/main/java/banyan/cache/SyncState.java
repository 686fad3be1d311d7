package banyan.cache;

import java.time.Instant;

/** How the terminal stands with the centre, from what the centre signed and never from "the last call worked". */
public sealed interface SyncState {
    /** The centre's own signed answers are arriving. */
    record Online(Instant since) implements SyncState {}

    /** No signed answer can be had; also the state after start, until the first one. */
    record Offline(Instant since) implements SyncState {}

    /** The centre answers but will not have this terminal: its key, its clock or its number. Tried again for ever. */
    record Refused(String code, Instant since) implements SyncState {}

    /** The journal has no room for another visit. */
    record Full(Instant since) implements SyncState {}
}
