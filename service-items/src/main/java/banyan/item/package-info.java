/** A service as data: what a package says, whether it says it well, and what follows from it at terminal and centre. */
@NullMarked
package banyan.item;

import org.jspecify.annotations.NullMarked;
