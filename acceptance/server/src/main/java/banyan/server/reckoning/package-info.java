/** The terminals' days beside the centre's own: what both hold, and what one of them lacks. */
@NullMarked
package banyan.server.reckoning;

import org.jspecify.annotations.NullMarked;
