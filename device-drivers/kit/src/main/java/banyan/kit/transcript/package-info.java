/** Conversations over a wire as plain text: read, replayed with us as the device, and recorded with what is personal masked. */
@NullMarked
package banyan.kit.transcript;

import org.jspecify.annotations.NullMarked;
