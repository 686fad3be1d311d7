/**
 * {@code escl}: a scanner on the network that speaks eSCL (AirScan; Mopria Alliance, eSCL Technical Specification 2.97), asked by a
 * client of our own: ScannerCapabilities once, ScannerStatus again and again, ScanJobs to begin, NextDocument for each page, DELETE to
 * cancel. Pages are taken as JPEG, as they come. The scanner's own count of images is held against ours.
 *
 * <p>Settings: {@code url}, such as {@code http://192.168.1.40/eSCL}; {@code area}, what is scanned from the upper left corner, in
 * millimetres, {@code 210x297}; {@code patience}, how many seconds a page may take, 60.
 *
 * <p>Fault codes: {@code SCANNER-UNPLUGGED}, {@code SCANNER-CUT-OFF}, {@code SCANNER-SILENT}, {@code SCANNER-ANSWER-TOO-LARGE}, {@code
 * SCANNER-GARBLED}, {@code SCANNER-HTTP-nnn}, {@code SCANNER-BUSY}, {@code SCANNER-EMPTY}, {@code SCANNER-JAM}, {@code
 * SCANNER-DOUBLE-FEED}, {@code SCANNER-COVER-OPEN}, {@code SCANNER-PAGE-TOO-LONG}, {@code SCANNER-PAGE-TOO-SHORT}, {@code
 * SCANNER-FEEDER-FAILED}, {@code SCANNER-STOPPED}, {@code SCANNER-JOB-ABORTED}, {@code SCANNER-MISCOUNTED}, {@code
 * SCANNER-TOO-MANY-PAGES}, {@code SCANNER-PAGE-TOO-LARGE}, {@code SCANNER-PAGE-INCOMPLETE}, {@code SCANNER-NO-SUCH-SOURCE}.
 */
@NullMarked
package banyan.driver.escl;

import org.jspecify.annotations.NullMarked;
