/**
 * The fingerprint pad's twin: a module of the EF 01 family on a serial line, and the fingers that are laid on it. They are nobody's:
 * ridges grown along a flow with cores and deltas, in the manner of R. Cappelli's SFinGe and of Sherlock and Monro's zero-pole
 * model, laid turned, shifted, stretched, wet, dry or smudged.
 */
@NullMarked
package banyan.simulator.finger;

import org.jspecify.annotations.NullMarked;
