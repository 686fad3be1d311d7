/**
 * {@code pcsc}: a terminal for chip cards behind PC/SC, that is behind {@code pcscd} and any reader it drives. The library is
 * libpcsclite through jnasmartcardio: with the JDK's own provider a program never finds a {@code pcscd} again that was restarted.
 *
 * <p>Settings: {@code reader}, a part of the reader's name as PC/SC gives it, {@code *} for anything, any reader unless said
 * otherwise; {@code apart}, {@code yes} unless said otherwise: the library runs in a child process ({@code banyan.wire.child});
 * {@code socket}, the path of {@code pcscd}'s socket where it is not the usual one, only with {@code apart}.
 *
 * <p>Sources: ISO 7816-4 (commands, status words, BER-TLV), EMV book 1 and 3 (GET PROCESSING OPTIONS, application file locator),
 * PC/SC part 5 and pcsc-lite's winscard.h (error numbers). Status words {@code 61xx} and {@code 6Cxx} are followed by the provider,
 * eight times at most.
 *
 * <p>Fault codes: {@code SMART-CARD-UNPLUGGED}, {@code SMART-CARD-NO-SERVICE}, {@code SMART-CARD-LIBRARY-MISSING}, {@code
 * SMART-CARD-PORT-FORBIDDEN}, {@code SMART-CARD-PORT-TAKEN}, {@code SMART-CARD-SILENT}, {@code SMART-CARD-FAILED}, {@code
 * SMART-CARD-CHILD-ENDED}, {@code SMART-CARD-CHILD-KEEPS-ENDING}, {@code SMART-CARD-ABSENT}, {@code SMART-CARD-MOVED}, {@code
 * SMART-CARD-MUTE}, {@code SMART-CARD-UNKNOWN}, {@code SMART-CARD-UNREADABLE}. Warnings: {@code SMART-CARD-SEVERAL}, more than one
 * reader fits and the first by name is used.
 */
@NullMarked
package banyan.driver.pcsc;

import org.jspecify.annotations.NullMarked;
