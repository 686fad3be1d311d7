/** The terminal's program: where everything is made and put together. */
@NullMarked
package banyan.kiosk;

import org.jspecify.annotations.NullMarked;
