/** What is measured of the journal below what it offers to all. */
@NullMarked
package banyan.cache;

import org.jspecify.annotations.NullMarked;
