/** The document cabinet's twin. */
@NullMarked
package banyan.simulator.cabinet;

import org.jspecify.annotations.NullMarked;
