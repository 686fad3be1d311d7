/** What every page of the screen has in common, and which screen shows which page. */
@NullMarked
package banyan.kiosk.ui.screen;

import org.jspecify.annotations.NullMarked;
