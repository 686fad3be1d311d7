/** Who of the staff may see to this terminal, and how they show it: card and PIN together. */
@NullMarked
package banyan.kiosk.staff;

import org.jspecify.annotations.NullMarked;
