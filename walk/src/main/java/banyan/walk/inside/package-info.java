/** What runs inside the terminal's JVM while it is walked: a clock that can be moved, and eyes and a finger on its screen. */
@NullMarked
package banyan.walk.inside;

import org.jspecify.annotations.NullMarked;
