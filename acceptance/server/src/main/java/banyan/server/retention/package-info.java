/** How long what is kept, and that it goes then. */
@NullMarked
package banyan.server.retention;

import org.jspecify.annotations.NullMarked;
