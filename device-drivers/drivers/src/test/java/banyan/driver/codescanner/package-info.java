/** Tests of this driver. */
@NullMarked
package banyan.driver.codescanner;

import org.jspecify.annotations.NullMarked;
