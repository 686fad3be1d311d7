/** What the screens are built from: each control with its five states, touched by a finger or reached by a key. */
@NullMarked
package banyan.kiosk.ui.control;

import org.jspecify.annotations.NullMarked;
