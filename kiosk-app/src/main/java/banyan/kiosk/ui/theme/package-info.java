/** What the screens are made of: measures, type, icons, illustrations and colours, as the design's tokens name them. */
@NullMarked
package banyan.kiosk.ui.theme;

import org.jspecify.annotations.NullMarked;
