/** When to come to a window: what is chosen, and how an appointment stands. */
@NullMarked
package banyan.kiosk.ui.screen.appointment;

import org.jspecify.annotations.NullMarked;
