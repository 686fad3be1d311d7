/** How a case stands, for whoever holds its receipt. */
@NullMarked
package banyan.server.progress;

import org.jspecify.annotations.NullMarked;
