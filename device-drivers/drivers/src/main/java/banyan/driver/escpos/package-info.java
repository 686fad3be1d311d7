/**
 * {@code escpos-serial} and {@code escpos-tcp}: a receipt printer that speaks ESC/POS, on a serial line or a TCP connection, by
 * Epson's ESC/POS command reference. Chinese text is sent as GB 18030 ({@code FS &}); lines are broken here, at the paper's columns.
 *
 * <p>How it stands, the printer says to {@code DLE EOT} 1 to 4, also while it prints or is offline. A receipt is printed only when
 * the printer has answered a question asked behind its last byte: {@code GS ( H}, which is answered after the printing and carries a
 * number of our own, or {@code GS r 1} where a printer knows no other. When that answer does not come, what the printer still
 * holds is thrown away ({@code DLE DC4 8}), so that nothing of it comes out later, and the end is uncertain.
 *
 * <p>Settings: {@code port}, the path of the serial device, and {@code baud}, 115200 unless said otherwise; or {@code url}, such as
 * {@code tcp://192.168.1.50:9100}. Both: {@code columns}, 48 (80 mm) unless said otherwise; {@code cut}, {@code partial} or {@code
 * full}; {@code confirm}, {@code process-id} or {@code paper-status}.
 *
 * <p>Fault codes: {@code RECEIPT-UNPLUGGED}, {@code RECEIPT-PORT-FORBIDDEN}, {@code RECEIPT-PORT-TAKEN}, {@code
 * RECEIPT-SILENT}, {@code RECEIPT-GARBLED}, {@code RECEIPT-UNCONFIRMED}, {@code RECEIPT-CONFIRMS-NOTHING}, {@code
 * RECEIPT-COVER-OPEN}, {@code RECEIPT-CUTTER-JAM}, {@code RECEIPT-COOLING}, {@code RECEIPT-TROUBLE}, {@code RECEIPT-OFFLINE},
 * {@code RECEIPT-BROKEN}, {@code RECEIPT-TOO-LONG}, {@code RECEIPT-QR-TOO-LONG}, {@code RECEIPT-PAPER-OUT}.
 *
 * <p>Warnings: {@code RECEIPT-PAPER-LOW}.
 */
@NullMarked
package banyan.driver.escpos;

import org.jspecify.annotations.NullMarked;
