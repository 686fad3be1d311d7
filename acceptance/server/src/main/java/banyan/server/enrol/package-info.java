/** How a terminal becomes known, is given another key, and is shut out. */
@NullMarked
package banyan.server.enrol;

import org.jspecify.annotations.NullMarked;
