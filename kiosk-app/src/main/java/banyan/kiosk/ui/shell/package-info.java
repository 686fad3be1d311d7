/** The window: one scene of the reference size under one scale, with what is always there round the page. */
@NullMarked
package banyan.kiosk.ui.shell;

import org.jspecify.annotations.NullMarked;
