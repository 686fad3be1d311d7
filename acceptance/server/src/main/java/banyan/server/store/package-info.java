/** Where the centre keeps things: PostgreSQL for rows, a folder for papers. */
@NullMarked
package banyan.server.store;

import org.jspecify.annotations.NullMarked;
