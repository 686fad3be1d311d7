/** Tests of this driver. */
@NullMarked
package banyan.driver.webcam;

import org.jspecify.annotations.NullMarked;
