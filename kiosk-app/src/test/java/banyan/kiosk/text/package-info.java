/** The sentences of the terminal: none missing, none left over, the same gaps in every language. */
@NullMarked
package banyan.kiosk.text;

import org.jspecify.annotations.NullMarked;
