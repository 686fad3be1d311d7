/** The two wires that drivers share: a serial line and a bounded HTTP exchange. Nothing here knows a device. */
@NullMarked
package banyan.wire;

import org.jspecify.annotations.NullMarked;
