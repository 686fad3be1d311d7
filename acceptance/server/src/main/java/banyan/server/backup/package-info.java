/** What a centre holds, written so that it can be had back elsewhere. */
@NullMarked
package banyan.server.backup;

import org.jspecify.annotations.NullMarked;
