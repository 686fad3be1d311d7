/** The beginning and the end of a visit, when nobody is known. */
@NullMarked
package banyan.kiosk.ui.screen.visit;

import org.jspecify.annotations.NullMarked;
