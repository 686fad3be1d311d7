/**
 * USB devices that no kernel driver speaks for. Nothing here knows a device.
 *
 * <p>{@link UsbIpLine} reaches a device that some machine shares by USB/IP, as the kernel's {@code
 * Documentation/usb/usbip_protocol.rst} has it: another machine's, or a simulated one.
 */
@NullMarked
package banyan.wire.usb;

import org.jspecify.annotations.NullMarked;
