/** Papers: looking, printing, and what to do when that does not work. */
@NullMarked
package banyan.kiosk.ui.screen.documents;

import org.jspecify.annotations.NullMarked;
