/**
 * {@code ipp-everywhere}: a printer that is asked directly by the Internet Printing Protocol (RFC 8011) and prints PDF.
 *
 * <p>Settings: {@code url}, such as {@code ipp://192.168.1.20:631/ipp/print}; {@code media}, A4 unless said otherwise.
 *
 * <p>Fault codes: {@code PRINTER-UNPLUGGED}, {@code PRINTER-CUT-OFF}, {@code PRINTER-SILENT}, {@code PRINTER-GARBLED}, {@code
 * PRINTER-HTTP-nnn}, {@code PRINTER-STATUS-xxxx}, {@code PRINTER-NO-PDF}, {@code PRINTER-BUSY}, {@code PRINTER-STOPPED}, {@code
 * PRINTER-NOT-ACCEPTING}, {@code PRINTER-TROUBLE}, {@code PRINTER-COVER-OPEN}, {@code PAPER-OUT}, {@code PAPER-JAM}, {@code
 * PAPER-WRONG-SIZE}, {@code OUTPUT-FULL}, {@code TRAY-MISSING}, {@code TONER-OUT}, {@code TONER-WASTE-FULL}, {@code
 * PRINT-REFUSED}, {@code PRINT-ABORTED}, {@code PRINT-LOST}, {@code PRINT-PAGES-UNCONFIRMED}.
 *
 * <p>Warnings: {@code PAPER-LOW}, {@code TONER-LOW}, {@code OUTPUT-ALMOST-FULL}, {@code TONER-WASTE-ALMOST-FULL}, {@code
 * PRINTER-WEARING}.
 */
@NullMarked
package banyan.driver.ipp;

import org.jspecify.annotations.NullMarked;
