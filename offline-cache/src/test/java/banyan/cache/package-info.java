/** The tests of the cache, and the programs that measure and break it. */
@NullMarked
package banyan.cache;

import org.jspecify.annotations.NullMarked;
