/** What happens to a case after it was received: who does what, what is asked of its citizen, until when, and how it ends. */
@NullMarked
package banyan.server.casework;

import org.jspecify.annotations.NullMarked;
