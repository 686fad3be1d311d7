/** What was kept at a terminal and is not taken as it is: a named clerk, a day, and an answer for whoever holds the slip. */
@NullMarked
package banyan.server.clerk;

import org.jspecify.annotations.NullMarked;
