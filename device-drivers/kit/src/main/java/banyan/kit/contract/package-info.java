/** The contracts as a program runs them: each bound to the rig that stands ready, and what became of each of their rows. */
@NullMarked
package banyan.kit.contract;

import org.jspecify.annotations.NullMarked;
