/** Controls by themselves. */
@NullMarked
package banyan.kiosk.ui.control;

import org.jspecify.annotations.NullMarked;
