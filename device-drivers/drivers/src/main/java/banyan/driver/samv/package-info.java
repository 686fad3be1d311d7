/**
 * {@code sam-v-serial}: a reader of resident identity cards with a SAM-V module on a serial line, 115200 8N1.
 *
 * <p>Settings: {@code port}, the path of the serial device (use the link under {@code /dev/serial/by-id}); {@code baud}.
 *
 * <p>{@code sam-v-usb}: the same module behind its own USB endpoints (0400:C35A, neither HID nor CDC), the same frames in two transfers
 * each. No kernel driver speaks for it, and no USB library is carried here: it is reached by USB/IP, also on the terminal itself, whose
 * {@code usbipd} then shares it on loopback ({@code usbip bind}). Settings: {@code port}, its address. This model has been run with a
 * simulated reader, never with a real one.
 *
 * <p>Fault codes: {@code READER-UNPLUGGED}, {@code READER-PORT-FORBIDDEN}, {@code READER-PORT-TAKEN}, {@code READER-SILENT},
 * {@code READER-GARBLED}, {@code READER-SELF-TEST-FAILED}, {@code READER-NOT-AUTHORISED}, {@code READER-STATUS-xx}, {@code
 * ID-CARD-ABSENT}, {@code ID-CARD-MOVED}, {@code ID-CARD-REFUSED}, {@code ID-CARD-UNREADABLE}.
 */
@NullMarked
package banyan.driver.samv;

import org.jspecify.annotations.NullMarked;
