/**
 * HID devices by their reports: input reports as they come, feature reports asked for and set. Nothing here knows a device.
 *
 * <p>A device of this machine is reached through hid4java (hidapi over the kernel's hidraw); one that is shared by USB/IP, which is
 * also how a simulated device is reached, by HID's own requests on its control pipe (USB HID 1.11, section 7.2). Both are one
 * {@link HidLine}. The first needs a hidraw device: where there is none it has only been run as far as finding nothing.
 */
@NullMarked
package banyan.wire.hid;

import org.jspecify.annotations.NullMarked;
