/** The A4 printer's twin: IPP over HTTP with a codec of its own, SNMP beside it, and a mechanism that uses up paper and can jam. */
@NullMarked
package banyan.simulator.printer;

import org.jspecify.annotations.NullMarked;
