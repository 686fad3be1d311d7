/**
 * {@code isdv4-serial}: a Wacom pen pad with pressure that speaks ISDv4 on a serial line, as the kernel's {@code wacom_w8001}
 * (drivers/input/touchscreen/wacom_w8001.c) reads it. Touch packets are skipped: only the pen signs.
 *
 * <p>Settings: {@code port}, the path of the serial device; {@code baud}, 38400 unless said otherwise.
 *
 * <p>Fault codes: {@code PAD-UNPLUGGED}, {@code PAD-PORT-FORBIDDEN}, {@code PAD-PORT-TAKEN}, {@code PAD-SILENT}, {@code
 * PAD-REPLACED}.
 */
@NullMarked
package banyan.driver.isdv4;

import org.jspecify.annotations.NullMarked;
