/** Plays journeys: whole visits as data, against the real terminal, the devices' twins and a real centre. Never shipped. */
@NullMarked
package banyan.walk;

import org.jspecify.annotations.NullMarked;
