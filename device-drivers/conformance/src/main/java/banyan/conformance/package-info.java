/**
 * What every driver of a class of devices must do, as tests. A driver's own test extends the contract of its class and brings a
 * {@link banyan.conformance.Rig}: the device, and a hand at the far end of its wire.
 */
@NullMarked
package banyan.conformance;

import org.jspecify.annotations.NullMarked;
