/** Tests of the comparison of fingerprints. */
@NullMarked
package banyan.kiosk.identity.finger;

import org.jspecify.annotations.NullMarked;
