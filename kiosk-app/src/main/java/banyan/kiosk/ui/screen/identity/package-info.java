/** Who is here: consent, and the card. */
@NullMarked
package banyan.kiosk.ui.screen.identity;

import org.jspecify.annotations.NullMarked;
