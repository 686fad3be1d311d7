package banyan.cache;

import banyan.acceptance.Receipt;
import java.time.Instant;

/** How a submission in the journal stands. */
public sealed interface Standing {
    /** The provisional number under which the citizen knows it. */
    String number();

    /** The hour in which it was kept. */
    Instant hour();

    /** Kept here; nothing of it has left the terminal. */
    record Kept(String number, Instant hour) implements Standing {}

    /** Sent at least in part, and the centre's answer is not known. It is sent again under the same id. */
    record Unanswered(String number, Instant hour) implements Standing {}

    /** The centre holds it. Payload and papers are destroyed here. */
    record Received(String number, Instant hour, Receipt receipt) implements Standing {}

    /** The centre does not take it as it is. Kept for staff; never sent again by itself and never deleted by age. */
    record Refused(String number, Instant hour, String code) implements Standing {}
}
