/** What is kept of the wires. */
@NullMarked
package banyan.simulator.traffic;

import org.jspecify.annotations.NullMarked;
