/**
 * A slave's half of Modbus RTU, as MODBUS over Serial Line V1.02 and the MODBUS Application Protocol Specification V1.1b3 have it:
 * functions 1, 2, 5 and 15.
 */
@NullMarked
package banyan.simulator.modbus;

import org.jspecify.annotations.NullMarked;
