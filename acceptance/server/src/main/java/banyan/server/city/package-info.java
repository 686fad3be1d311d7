/** The city's own platform for acceptance and approval: cases go there, and how they stand comes back, over HTTP or by hand. */
@NullMarked
package banyan.server.city;

import org.jspecify.annotations.NullMarked;
