/** A photographed page: found on the desk, judged, straightened, evened and encoded. The only package that knows OpenCV. */
@NullMarked
package banyan.kiosk.filing.page;

import org.jspecify.annotations.NullMarked;
