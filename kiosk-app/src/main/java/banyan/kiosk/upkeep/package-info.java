/** Looking after the terminal: what is wrong with it and what helps, what its devices have done, what they will soon use up. */
@NullMarked
package banyan.kiosk.upkeep;

import org.jspecify.annotations.NullMarked;
