/** Tests of native libraries in a process of their own. */
@NullMarked
package banyan.wire.child;

import org.jspecify.annotations.NullMarked;
