/** Originals in the document cabinet: which cell holds what for whom, through every power cut. */
@NullMarked
package banyan.kiosk.deposit;

import org.jspecify.annotations.NullMarked;
