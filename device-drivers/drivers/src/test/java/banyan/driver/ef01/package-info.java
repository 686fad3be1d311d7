/** Tests of this driver. */
@NullMarked
package banyan.driver.ef01;

import org.jspecify.annotations.NullMarked;
