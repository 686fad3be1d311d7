/** The twin of the terminal's senses and lamps. */
@NullMarked
package banyan.simulator.auxiliaries;

import org.jspecify.annotations.NullMarked;
