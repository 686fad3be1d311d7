/** The screens of the terminal's staff. No citizen's name, number or paper is ever on one of them. */
@NullMarked
package banyan.kiosk.ui.screen.upkeep;

import org.jspecify.annotations.NullMarked;
