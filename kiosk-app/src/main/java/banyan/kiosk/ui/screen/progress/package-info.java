/** How a case stands: the receipt that is asked about, and what is known. */
@NullMarked
package banyan.kiosk.ui.screen.progress;

import org.jspecify.annotations.NullMarked;
