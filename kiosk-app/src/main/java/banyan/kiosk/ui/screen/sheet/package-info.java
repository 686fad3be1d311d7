/** What lies over a page: the idle warning, questions, and larger views. */
@NullMarked
package banyan.kiosk.ui.screen.sheet;

import org.jspecify.annotations.NullMarked;
