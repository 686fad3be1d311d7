/** A request while it is being made: the draft, the form, the papers, the signature, and the seal that ends all changing. */
@NullMarked
package banyan.kiosk.filing;

import org.jspecify.annotations.NullMarked;
