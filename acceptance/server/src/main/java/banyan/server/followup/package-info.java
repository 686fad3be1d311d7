/** What follows when a citizen was not content or could not get it done, and what is reported of ratings. */
@NullMarked
package banyan.server.followup;

import org.jspecify.annotations.NullMarked;
