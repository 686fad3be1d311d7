/**
 * The cameras' twins, which serve MJPEG and stills over HTTP: the document camera sees a page on a desk, in 13 megapixels; the face
 * camera sees an invented person in a hall.
 */
@NullMarked
package banyan.simulator.camera;

import org.jspecify.annotations.NullMarked;
