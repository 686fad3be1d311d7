/** The other direction: what the centre has its terminals show. Packed and signed beforehand; kept here, and given to whoever asks. */
@NullMarked
package banyan.server.release;

import org.jspecify.annotations.NullMarked;
