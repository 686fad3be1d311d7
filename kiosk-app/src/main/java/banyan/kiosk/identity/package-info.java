/** Who is here, how we know, and how sure we are. */
@NullMarked
package banyan.kiosk.identity;

import org.jspecify.annotations.NullMarked;
