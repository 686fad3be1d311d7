/**
 * {@code ipp-everywhere}: a printer that is asked directly by the Internet Printing Protocol (RFC 8011) and prints PDF.
 *
 * <p>Settings: {@code url}, such as {@code ipp://192.168.1.20:631/ipp/print}; {@code media}, A4 unless said otherwise; {@code
 * tray-plain} and {@code tray-certificate}, both or neither: the trays ({@code media-source}) in which the two papers lie.
 * A job then comes out of its own tray and of no other; when nothing lies in it, nothing is printed. Without them the
 * printer takes the paper from where it has it.
 *
 * <p>A queue of CUPS, such as {@code ipp://127.0.0.1:631/printers/a4}, will do where the printer cannot be reached otherwise. It is known by
 * its {@code cups-version}. Its {@code device-uri} must be {@code ipp://}, and reach the printer from the terminal too: whether a
 * page came out is asked of the printer, under the job's name, and never of the queue, which calls pages completed when it has
 * passed them on. Its {@code printer-error-policy} must be {@code abort-job} or {@code stop-printer}. Any other queue is
 * refused when it is opened.
 *
 * <p>Where the printer counts its impressions ({@code printer-impressions-completed}), a completed job that the counter did not see is
 * uncertain: two sources that disagree are unknown.
 *
 * <p>{@code snmp}, a port such as 161 or host and port, has the printer asked over SNMP too, with {@code snmp-community}, {@code
 * public} unless said otherwise, and {@code snmp-version}, {@code 2c} or {@code 1}: Host Resources MIB (RFC 2790) and Printer MIB (RFC
 * 3805). Where both contradict each other about whether it can print for longer than a second and a half, its state is unknown with {@code
 * PRINTER-DISAGREES}, and nothing is printed until they agree again. A completed job whose pages {@code prtMarkerLifeCount} has not
 * seen by then is uncertain. A printer that does not answer by SNMP is judged by IPP alone and warns of it.
 *
 * <p>Fault codes: {@code PRINTER-UNPLUGGED}, {@code PRINTER-CUT-OFF}, {@code PRINTER-SILENT}, {@code PRINTER-GARBLED}, {@code
 * PRINTER-HTTP-nnn}, {@code PRINTER-STATUS-xxxx}, {@code PRINTER-NO-PDF}, {@code PRINTER-NO-SUCH-TRAY}, {@code PRINTER-QUEUE-BLIND}, {@code
 * PRINTER-QUEUE-RETRIES}, {@code PRINTER-BUSY}, {@code PRINTER-STOPPED}, {@code
 * PRINTER-NOT-ACCEPTING}, {@code PRINTER-DISAGREES}, {@code PRINTER-TROUBLE}, {@code PRINTER-COVER-OPEN}, {@code PAPER-OUT}, {@code PAPER-JAM}, {@code
 * PAPER-WRONG-SIZE}, {@code OUTPUT-FULL}, {@code TRAY-MISSING}, {@code TONER-OUT}, {@code TONER-WASTE-FULL}, {@code
 * PRINT-REFUSED}, {@code PRINT-ABORTED}, {@code PRINT-LOST}, {@code PRINT-PAGES-UNCONFIRMED}.
 *
 * <p>Warnings: {@code PAPER-LOW}, {@code TRAY-EMPTY}, {@code TONER-LOW}, {@code OUTPUT-ALMOST-FULL}, {@code TONER-WASTE-ALMOST-FULL}, {@code
 * PRINTER-WEARING}, {@code PRINTER-SNMP-SILENT}.
 */
@NullMarked
package banyan.driver.ipp;

import org.jspecify.annotations.NullMarked;
