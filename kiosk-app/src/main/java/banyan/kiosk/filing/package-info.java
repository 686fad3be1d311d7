/** A filing on its way from the first question to the sealed submission. */
@NullMarked
package banyan.kiosk.filing;

import org.jspecify.annotations.NullMarked;
