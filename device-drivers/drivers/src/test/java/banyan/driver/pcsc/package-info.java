/** Tests of this driver. */
@NullMarked
package banyan.driver.pcsc;

import org.jspecify.annotations.NullMarked;
