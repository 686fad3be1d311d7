/**
 * The conformance kit as a vendor meets it: a program that runs the contract of a driver's class against hardware or a twin and
 * writes a report. Drivers are found by the service loader; the kit knows none.
 */
@NullMarked
package banyan.kit;

import org.jspecify.annotations.NullMarked;
