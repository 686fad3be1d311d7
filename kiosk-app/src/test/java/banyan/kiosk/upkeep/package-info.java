@NullMarked
package banyan.kiosk.upkeep;

import org.jspecify.annotations.NullMarked;
