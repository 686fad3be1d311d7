/**
 * {@code modbus-cabinet} and {@code modbus-auxiliaries}: boards of relays and contacts that speak Modbus, on a serial line (RTU) or
 * over TCP. Sources: MODBUS Application Protocol Specification V1.1b3; MODBUS over Serial Line V1.02; MODBUS Messaging on TCP/IP
 * V1.0b. Requests and answers are made and read by j2mod; frames are taken from the line here, because j2mod's own transport
 * knows no stray bytes, cannot be cancelled, and spins while a frame is on its way.
 *
 * <p>Settings of both: either {@code port}, the path of the serial device, with {@code baud}, 9600 unless said otherwise; or {@code
 * url}, such as {@code modbus://192.168.1.40:502}. {@code unit}: the board's number on the bus, 1 unless said otherwise. Addresses of
 * coils and inputs count from 0, as they do on the wire.
 *
 * <p>Settings of the cabinet: {@code doors}, how many there are. {@code first-lock}, 0: the coil of door 1's lock, which is open
 * while the coil is on; the other doors follow. {@code first-contact}, 0: the input of door 1's contact. {@code contact}: what a
 * contact that is made means, {@code closed} (so that a cut wire reads as an open door) or {@code open}. {@code first-bolt}: the
 * input of door 1's bolt, made while it is thrown, where the locks have one: then a door is closed only when both say so. {@code
 * pulse}, 500 ms: how long a lock is held at most. {@code left-open}, 60 s: a door that stands open longer is a warning.
 *
 * <p>Settings of the auxiliaries: {@code presence}, {@code door}, {@code tamper}, {@code on-battery}, {@code battery-low}, {@code
 * headphones}, {@code call-button}: the input of that sense, such as {@code 3}, or {@code 3 inverted} where an input that is not made
 * means yes. {@code lamp-id-card-reader} and so on for each kind of device: the coil of the lamp beside it, likewise. What has no
 * setting is not wired. A power supply tells by its contact relay.
 *
 * <p>Fault codes: {@code CABINET-UNPLUGGED}, {@code CABINET-PORT-FORBIDDEN}, {@code CABINET-PORT-TAKEN}, {@code CABINET-SILENT}, {@code
 * CABINET-GARBLED}, {@code CABINET-ADDRESS-REFUSED}, {@code CABINET-NO-SUCH-DOOR}, {@code CABINET-DOOR-STUCK}, {@code
 * CABINET-DOOR-UNKNOWN}, {@code CABINET-LOCK-HELD}, {@code AUXILIARIES-UNPLUGGED}, {@code AUXILIARIES-PORT-FORBIDDEN}, {@code
 * AUXILIARIES-PORT-TAKEN}, {@code AUXILIARIES-SILENT}, {@code AUXILIARIES-GARBLED}, {@code AUXILIARIES-ADDRESS-REFUSED}.
 *
 * <p>Warnings: {@code CABINET-DOOR-LEFT-OPEN}, {@code CABINET-DOOR-FORCED}, {@code CABINET-DOOR-STUCK}, {@code
 * CABINET-DOOR-UNKNOWN}.
 */
@NullMarked
package banyan.driver.modbus;

import org.jspecify.annotations.NullMarked;
