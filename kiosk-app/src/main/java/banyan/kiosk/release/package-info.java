/** What the centre has this terminal show: taken when it is whole and signed, switched between two visits, given back when it does not work. */
@NullMarked
package banyan.kiosk.release;

import org.jspecify.annotations.NullMarked;
