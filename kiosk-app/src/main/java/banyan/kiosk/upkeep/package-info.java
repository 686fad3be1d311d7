/** The terminal in the hands of its staff: who they are, how it stands and what helps, what its devices have done and will soon use up. */
@NullMarked
package banyan.kiosk.upkeep;

import org.jspecify.annotations.NullMarked;
