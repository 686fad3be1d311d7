/** Tests of this driver. */
@NullMarked
package banyan.driver.ipp;

import org.jspecify.annotations.NullMarked;
