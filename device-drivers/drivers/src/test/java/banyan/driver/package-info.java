/** Tests of what all drivers have in common. */
@NullMarked
package banyan.driver;

import org.jspecify.annotations.NullMarked;
