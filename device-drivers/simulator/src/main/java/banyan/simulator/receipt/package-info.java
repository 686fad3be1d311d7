/** The receipt printer's twin: an interpreter of ESC/POS, a mechanism that can fail, and the paper that came out, drawn. */
@NullMarked
package banyan.simulator.receipt;

import org.jspecify.annotations.NullMarked;
