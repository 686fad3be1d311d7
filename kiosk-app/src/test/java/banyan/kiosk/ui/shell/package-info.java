/** The window's parts by themselves. */
@NullMarked
package banyan.kiosk.ui.shell;

import org.jspecify.annotations.NullMarked;
