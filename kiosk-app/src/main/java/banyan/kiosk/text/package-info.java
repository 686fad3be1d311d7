/** What the terminal says, in every language it speaks: one key for each whole sentence. */
@NullMarked
package banyan.kiosk.text;

import org.jspecify.annotations.NullMarked;
