/** What runs inside the processes that are measured: each prints lines that begin with {@code BENCH}. */
@NullMarked
package banyan.bench.inside;

import org.jspecify.annotations.NullMarked;
