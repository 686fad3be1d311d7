/** Devices and programs that others wrote, as rigs. Those of our own twins are in the module {@code kit}: {@link banyan.kit.rig}. */
@NullMarked
package banyan.driver.rig;

import org.jspecify.annotations.NullMarked;
