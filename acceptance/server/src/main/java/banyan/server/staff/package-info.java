/** The people at the centre: who they are, what they may, who is signed in, and the chain of what they did. */
@NullMarked
package banyan.server.staff;

import org.jspecify.annotations.NullMarked;
