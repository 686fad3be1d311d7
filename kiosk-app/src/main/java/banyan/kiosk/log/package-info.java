/** Typed events for staff and for the fleet: fixed kinds, typed keys, nothing in which a citizen's word could slip. */
@NullMarked
package banyan.kiosk.log;

import org.jspecify.annotations.NullMarked;
