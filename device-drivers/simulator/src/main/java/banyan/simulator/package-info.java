/**
 * The hardware's twins as a program of their own: an identity card reader, a document camera, a signature pad and a
 * printer that speak their real protocols, moved by hand in a web page or by a journey over HTTP. It shares no code with
 * the drivers: each protocol is read a second time here, on purpose.
 */
@NullMarked
package banyan.simulator;

import org.jspecify.annotations.NullMarked;
