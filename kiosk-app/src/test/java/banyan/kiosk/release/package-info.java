/** Content that arrives, is switched and given back. */
@NullMarked
package banyan.kiosk.release;

import org.jspecify.annotations.NullMarked;
