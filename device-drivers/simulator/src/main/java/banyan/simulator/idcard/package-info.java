/** The resident identity card reader's twin: SAM_V on a serial line, and the invented cards that are put on it. */
@NullMarked
package banyan.simulator.idcard;

import org.jspecify.annotations.NullMarked;
