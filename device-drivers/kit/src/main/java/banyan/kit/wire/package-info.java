/** Lines between a driver and its device that are under our hand: disturbed, recorded, or played from a transcript. */
@NullMarked
package banyan.kit.wire;

import org.jspecify.annotations.NullMarked;
