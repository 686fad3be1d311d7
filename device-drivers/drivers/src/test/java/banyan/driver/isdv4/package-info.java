/** Tests of this driver. */
@NullMarked
package banyan.driver.isdv4;

import org.jspecify.annotations.NullMarked;
