/** Papers: a filled template becomes a PDF, the PDF becomes the picture on the screen, and a ledger knows what was really printed. */
@NullMarked
package banyan.kiosk.documents;

import org.jspecify.annotations.NullMarked;
