/**
 * USB devices at the other end of a USB/IP connection (the kernel's {@code Documentation/usb/usbip_protocol.rst}): a terminal speaks
 * to them through its own client, and a machine with the module {@code vhci_hcd} can attach them as if they were plugged in.
 */
@NullMarked
package banyan.simulator.usb;

import org.jspecify.annotations.NullMarked;
