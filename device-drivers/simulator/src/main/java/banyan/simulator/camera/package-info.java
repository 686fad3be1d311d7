/** The document camera's twin: a page on a desk, seen by a camera that serves MJPEG and 13-megapixel stills over HTTP. */
@NullMarked
package banyan.simulator.camera;

import org.jspecify.annotations.NullMarked;
