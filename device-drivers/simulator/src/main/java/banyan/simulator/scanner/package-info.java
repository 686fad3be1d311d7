/** The scanner's twin: eSCL over HTTP, a feeder with sheets of two sides, a glass, and what can go wrong in them. */
@NullMarked
package banyan.simulator.scanner;

import org.jspecify.annotations.NullMarked;
