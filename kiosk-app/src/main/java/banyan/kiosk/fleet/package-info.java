/** This terminal as one of many: what it says of itself to the centre, and what it is told to do between visits. */
@NullMarked
package banyan.kiosk.fleet;

import org.jspecify.annotations.NullMarked;
