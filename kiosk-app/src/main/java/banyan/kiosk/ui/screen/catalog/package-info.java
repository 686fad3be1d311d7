/** What can be done: home, a section's items, an item's guide. */
@NullMarked
package banyan.kiosk.ui.screen.catalog;

import org.jspecify.annotations.NullMarked;
