package banyan.kiosk.visit;

import banyan.acceptance.Certificate;
import banyan.item.Filling;
import java.util.Optional;

/** A document that the centre has issued to the citizen who is here. */
interface Issued {
    /** Code of the item. */
    String item();

    Certificate certificate();

    /** As it stands on paper, in the language now chosen; empty where the centre's answer is not wholly understood. */
    Optional<Filling> filling();

    /** There is one of it: what surely came out is not printed again, and what surely did not holds no more at once. */
    boolean single();

    /** It is with the printer, or void: whoever wants one from now on gets another. */
    void used();

    /** It does not hold any more; the centre is told. */
    void declaredVoid();
}
