/**
 * {@code sane-net}: a scanner behind a SANE daemon ({@code saned}), spoken to by jfreesane in the SANE network protocol (SANE API
 * standard 1.06, chapter 5). Every scan has a session of its own: after an error a SANE device counts as still scanning until it is
 * closed. The protocol is plain text without proof of who speaks, and the library believes the lengths of texts it is sent: the daemon
 * belongs on the terminal itself or on a wire of its own.
 *
 * <p>Settings: {@code host}, 127.0.0.1 unless said otherwise; {@code port}, 6566; {@code device}, the daemon's name for the scanner
 * (empty: the first it lists); {@code flatbed}, {@code feeder} and {@code feeder-both-sides}, the names of the scanner's sources where
 * they are not the usual ones; {@code area}, what is scanned from the upper left corner, in millimetres, {@code 210x297};
 * {@code patience}, after how many seconds without a byte a scan is given up, 20.
 *
 * <p>SANE does not count sheets and has no word for a double feed, which its backends tell as a jam. What can be checked is: each page
 * has every line it announced, and a pile scanned on both sides has an even number of pages.
 *
 * <p>Fault codes: {@code SCANNER-UNPLUGGED}, {@code SCANNER-CUT-OFF}, {@code SCANNER-SILENT}, {@code SCANNER-GARBLED}, {@code
 * SCANNER-NOT-LISTED}, {@code SCANNER-REFUSED}, {@code SCANNER-BUSY}, {@code SCANNER-EMPTY}, {@code SCANNER-JAM}, {@code
 * SCANNER-COVER-OPEN}, {@code SCANNER-BROKEN}, {@code SCANNER-MISCOUNTED}, {@code SCANNER-TOO-MANY-PAGES}, {@code
 * SCANNER-PAGE-TOO-LARGE}, {@code SCANNER-PAGE-INCOMPLETE}, {@code SCANNER-PAGE-FORMAT}, {@code SCANNER-NO-SUCH-SOURCE}.
 */
@NullMarked
package banyan.driver.sane;

import org.jspecify.annotations.NullMarked;
