/** The yardstick for a page: the library's calls alone, in the package of the code that it is compared with. */
@NullMarked
package banyan.kiosk.filing.page;

import org.jspecify.annotations.NullMarked;
