/** Measurements, each beside its limit or its peer in the same run. */
@NullMarked
package banyan.bench;

import org.jspecify.annotations.NullMarked;
