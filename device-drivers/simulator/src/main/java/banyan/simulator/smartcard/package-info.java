/** Cards with a chip: a small file card of ISO 7816-4, put into the virtual reader {@code vpcd} of vsmartcard, which pcscd drives. */
@NullMarked
package banyan.simulator.smartcard;

import org.jspecify.annotations.NullMarked;
