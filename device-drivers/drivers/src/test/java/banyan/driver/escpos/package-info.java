/** Tests of this driver. */
@NullMarked
package banyan.driver.escpos;

import org.jspecify.annotations.NullMarked;
