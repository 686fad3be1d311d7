/** What the centre holds, as whoever checks it reads it. */
@NullMarked
package banyan.server.records;

import org.jspecify.annotations.NullMarked;
