/** How a request reaches the centre and an answer leaves it: signatures, limits, refusals, JSON. */
@NullMarked
package banyan.server.wire;

import org.jspecify.annotations.NullMarked;
