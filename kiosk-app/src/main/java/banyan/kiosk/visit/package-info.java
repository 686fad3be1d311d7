/** One citizen's time at the terminal: its states, its rules, what the screen shows of it, and its end. */
@NullMarked
package banyan.kiosk.visit;

import org.jspecify.annotations.NullMarked;
