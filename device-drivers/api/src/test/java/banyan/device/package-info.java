/** Tests of what devices share. */
@NullMarked
package banyan.device;

import org.jspecify.annotations.NullMarked;
