/** Tests of this driver. */
@NullMarked
package banyan.driver.escl;

import org.jspecify.annotations.NullMarked;
