/**
 * {@code ef01-serial}: a fingerprint module of the family whose packets begin with {@code EF 01} (R30x, ZFM, FPM10A, AS608, R503 and
 * their relatives), 57600 8N1. Only its picture is used: what the module could store and compare itself is never asked of it. The
 * picture stays in the module's volatile memory until the next one or until it loses power; the protocol has no word to erase it.
 *
 * <p>Settings: {@code port}, the path of the serial device (use the link under {@code /dev/serial/by-id}); {@code baud}; {@code width}
 * and {@code height} of the module's picture in points, 256 and 288 unless said otherwise; {@code resolution} in dots an inch, 500.
 *
 * <p>Fault codes: {@code FINGER-UNPLUGGED}, {@code FINGER-PORT-FORBIDDEN}, {@code FINGER-PORT-TAKEN}, {@code
 * FINGER-SILENT}, {@code FINGER-GARBLED}, {@code FINGER-LOCKED} (it wants a password), {@code FINGER-PICTURE-SIZE}
 * (its picture is not of the size in the settings), {@code FINGER-STATUS-xx}, {@code FINGER-ABSENT}, {@code FINGER-MOVED}, {@code
 * FINGER-POOR}.
 *
 * <p>Sources: the user manuals of Hangzhou Grow's R302 and R503 (packet, instructions, confirmation codes, system parameters);
 * pyfingerprint (four bits a point, the left one in the upper half).
 */
@NullMarked
package banyan.driver.ef01;

import org.jspecify.annotations.NullMarked;
