/**
 * {@code stu-hid}: a Wacom signature pad with a display of the STU family, by its HID reports.
 *
 * <p>Its maker does not publish them; they are read here as pabloko/Wacom-STU-WebHID (MIT licence), written by watching an STU-540,
 * describes them. That source takes the two lowest bits of a pen report's first byte for "near" and "touching", where they are also
 * a part of the pressure, which it takes from twelve bits; here the four bits above the pressure are taken for the flags, and a pen
 * that presses touches whatever they say. None of this has been tried with a pad: it was run against a simulated one, which shares
 * the reading but no code.
 *
 * <p>Settings: {@code serial-number}, where several pads are connected; {@code port}, left out for a pad of this machine, or the
 * address of one that is shared by USB/IP. It is known by Wacom's number 056A and the kinds STU-520 (00A3), STU-430 (00A4), STU-530
 * (00A5), STU-430V (00A6) and STU-540 (00A8).
 *
 * <p>Fault codes: {@code PAD-UNPLUGGED}, {@code PAD-PORT-FORBIDDEN}, {@code PAD-PORT-TAKEN}, {@code PAD-SILENT}, {@code
 * PAD-GARBLED}, {@code PAD-REPLACED}, {@code PAD-LIBRARY-MISSING}.
 */
@NullMarked
package banyan.driver.stu;

import org.jspecify.annotations.NullMarked;
