/** How the centre itself fares: figures, and whether it is ready. Nothing of any citizen is in it. */
@NullMarked
package banyan.server.watch;

import org.jspecify.annotations.NullMarked;
