/** The screens with sample data: looked at, measured, and tapped. */
@NullMarked
package banyan.kiosk.ui;

import org.jspecify.annotations.NullMarked;
