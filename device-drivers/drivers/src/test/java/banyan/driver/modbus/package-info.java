@NullMarked
package banyan.driver.modbus;

import org.jspecify.annotations.NullMarked;
