/** Tests of this driver. */
@NullMarked
package banyan.driver.sane;

import org.jspecify.annotations.NullMarked;
