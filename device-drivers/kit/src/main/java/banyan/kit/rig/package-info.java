/**
 * Hands at the simulator's twins, one for each class of device. They know the contracts and the wire's far end, and never a
 * driver: tests and command give them one.
 */
@NullMarked
package banyan.kit.rig;

import org.jspecify.annotations.NullMarked;
