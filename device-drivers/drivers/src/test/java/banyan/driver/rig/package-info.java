/** Hands at the twins' ends of the wires. */
@NullMarked
package banyan.driver.rig;

import org.jspecify.annotations.NullMarked;
