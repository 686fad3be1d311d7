/** Doing it: form, materials, signature, review, and what became of it. */
@NullMarked
package banyan.kiosk.ui.screen.filing;

import org.jspecify.annotations.NullMarked;
