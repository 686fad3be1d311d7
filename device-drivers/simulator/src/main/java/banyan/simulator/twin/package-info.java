/** What every twin has in common: a name, a state as JSON, actions, and the fixtures it can be given. */
@NullMarked
package banyan.simulator.twin;

import org.jspecify.annotations.NullMarked;
