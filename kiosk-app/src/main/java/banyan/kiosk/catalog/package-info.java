/** The service items of this terminal: what is offered, in which order, and everything that one of them needs to be worked with. */
@NullMarked
package banyan.kiosk.catalog;

import org.jspecify.annotations.NullMarked;
