/**
 * What drivers share: a serial line, a TCP connection, a bounded HTTP exchange, and a look at the head of a JPEG. Nothing here
 * knows a device.
 */
@NullMarked
package banyan.wire;

import org.jspecify.annotations.NullMarked;
