/** 预约: what halls offer, and who has booked which time. */
@NullMarked
package banyan.server.appointment;

import org.jspecify.annotations.NullMarked;
