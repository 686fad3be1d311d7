/**
 * Whether two fingerprints are of one finger: templates out of a pad's pictures, their exchange as ISO/IEC 19794-2, and their
 * comparison, by SourceAFIS behind one class. The records on identity cards are not among them: their format (GA/T 1012) is closed.
 */
@NullMarked
package banyan.kiosk.identity.finger;

import org.jspecify.annotations.NullMarked;
