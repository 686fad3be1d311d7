/** Tests of this driver. */
@NullMarked
package banyan.driver.stu;

import org.jspecify.annotations.NullMarked;
