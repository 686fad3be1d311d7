/** The wires between terminal and twins: pseudo-terminals paced like a serial line, and HTTP ports that can be unplugged. */
@NullMarked
package banyan.simulator.wire;

import org.jspecify.annotations.NullMarked;
