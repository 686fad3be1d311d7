/** Decisions at once: what an item's rules can decide, and everything else left to people. */
@NullMarked
package banyan.server.instant;

import org.jspecify.annotations.NullMarked;
