package banyan.cache;

import banyan.acceptance.Receipt;

/** The true steps of a submission on its way to the centre, each told when it has happened and not before. */
public sealed interface Delivery {
    /** The sender has taken it up and is talking to the centre. */
    record Sending() implements Delivery {}

    /** The centre holds the payload and {@code held} of {@code of} papers. */
    record PapersHeld(int held, int of) implements Delivery {
        /** Whether none is missing any more. */
        public boolean all() {
            return held == of;
        }
    }

    /** The last word about a delivery, or about the time that was given for it. */
    sealed interface End extends Delivery {}

    /** The centre's receipt came, its signature and lists are right, and it is stored. The only way to "received". */
    record Received(Receipt receipt) implements End {}

    /** No receipt in the time given. It is kept here and goes by itself; {@code code} says what stood in the way last. */
    record StillHere(String code) implements End {}

    /** The centre does not take it as it is; staff are told. */
    record Refused(String code) implements End {}
}
