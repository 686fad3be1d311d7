/** The tokens of the design, and what the terminal made of them. */
@NullMarked
package banyan.kiosk.ui.theme;

import org.jspecify.annotations.NullMarked;
