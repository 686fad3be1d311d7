/** What terminal and centre agree on. Nothing here knows HTTP, JSON or a database; those stay at the edges of both sides. */
@NullMarked
package banyan.acceptance;

import org.jspecify.annotations.NullMarked;
