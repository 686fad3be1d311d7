/**
 * Scanners of bar codes and QR codes. None of them is used as a keyboard: what a citizen holds before a scanner reaches only who
 * listens to it.
 *
 * <p>{@code code-scanner-serial}: a scanner on a serial line, USB's included, that sends each code's bytes and then a terminator.
 * Settings: {@code port}, the path of the serial device; {@code baud}, 115200 unless said otherwise; {@code terminator}, {@code cr},
 * {@code lf} or {@code crlf}; {@code prefix}, hexadecimal digits of up to eight bytes that the scanner is set to send before each
 * code, such as {@code "02"}: then stray bytes on the line are told from a code; {@code charset}, {@code utf-8} or {@code gb18030};
 * {@code ask}, {@code none} or {@code honeywell}. Such a scanner says nothing until it reads something. One that is asked by
 * Honeywell's serial commands (SYN M CR {@code CBRENA?.}, answered {@code CBRENA1} ACK {@code .}; "Serial Programming Commands" in
 * the user guides of its scanners) is known to live; one that is not is ready with the warning {@code CODE-NOT-ASKED}.
 *
 * <p>{@code code-scanner-hid}: a scanner that is an HID bar code scanner (usage page 8C of the HID Point of Sale Usage Tables 1.02, not
 * a keyboard). Where in its reports a code stands is read from its report descriptor. Settings: {@code charset} as above; {@code
 * serial-number}, where several are connected; {@code port}, left out for a scanner of this machine, or the address of one that is
 * shared by USB/IP. Never run with a scanner, but with a simulated one whose descriptor is laid out as Honeywell's, and with the
 * report that Access-IS prints in the manual of its LSR118.
 *
 * <p>A code on a serial line is told when nothing follows its terminator for a moment: a terminator inside a code would otherwise cut it in two, and
 * half a code is none.
 *
 * <p>Fault codes: {@code CODE-UNPLUGGED}, {@code CODE-PORT-FORBIDDEN}, {@code CODE-PORT-TAKEN}, {@code
 * CODE-SILENT}, {@code CODE-REPLACED}, {@code CODE-TOO-LONG}, {@code CODE-NOT-TEXT}, {@code CODE-CONTROL-CHARACTER},
 * {@code CODE-CUT-SHORT}, {@code CODE-GARBLED}, {@code CODE-NO-DECODED-DATA}, {@code CODE-LIBRARY-MISSING}.
 */
@NullMarked
package banyan.driver.codescanner;

import org.jspecify.annotations.NullMarked;
