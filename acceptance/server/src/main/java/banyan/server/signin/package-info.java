/** How somebody at the centre shows who he is, and stays or no longer is signed in. */
@NullMarked
package banyan.server.signin;

import org.jspecify.annotations.NullMarked;
