/** 好差评: what the citizen thought of a case, by the national standard's five levels and reasons. */
@NullMarked
package banyan.kiosk.rating;

import org.jspecify.annotations.NullMarked;
