/** The code scanner's twin: a scanner on a serial port, and the codes that are held before it. */
@NullMarked
package banyan.simulator.code;

import org.jspecify.annotations.NullMarked;
