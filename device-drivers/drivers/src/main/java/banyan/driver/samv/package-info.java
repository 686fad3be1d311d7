/**
 * {@code sam-v-serial}: a reader of resident identity cards with a SAM-V module on a serial line, 115200 8N1.
 *
 * <p>Settings: {@code port}, the path of the serial device (use the link under {@code /dev/serial/by-id}); {@code baud}.
 *
 * <p>Fault codes: {@code READER-UNPLUGGED}, {@code READER-PORT-FORBIDDEN}, {@code READER-PORT-TAKEN}, {@code READER-SILENT},
 * {@code READER-GARBLED}, {@code READER-SELF-TEST-FAILED}, {@code READER-NOT-AUTHORISED}, {@code READER-STATUS-xx}, {@code
 * ID-CARD-ABSENT}, {@code ID-CARD-MOVED}, {@code ID-CARD-REFUSED}, {@code ID-CARD-UNREADABLE}.
 */
@NullMarked
package banyan.driver.samv;

import org.jspecify.annotations.NullMarked;
