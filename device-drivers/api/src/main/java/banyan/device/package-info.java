/** What a device is: the whole vocabulary between the terminal and its drivers. A hardware vendor compiles against this alone. */
@NullMarked
package banyan.device;

import org.jspecify.annotations.NullMarked;
