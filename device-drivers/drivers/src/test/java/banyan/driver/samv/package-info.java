/** Tests of this driver. */
@NullMarked
package banyan.driver.samv;

import org.jspecify.annotations.NullMarked;
