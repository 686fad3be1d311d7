/** Unfinished forms that citizens go on with at another terminal. */
@NullMarked
package banyan.server.draft;

import org.jspecify.annotations.NullMarked;
