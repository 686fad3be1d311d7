/**
 * Cameras that look at a page or at a person, by Sarxos webcam-capture. Each model has a sister for the other use, with the same
 * settings: {@code mjpeg-face-camera}, {@code uvc-face-camera}.
 *
 * <p>{@code mjpeg-camera}: a camera on the network. The live picture is an MJPEG stream, read by the library's IP-camera driver;
 * a still is a JPEG at another address and is taken as it comes. Settings: {@code url}, the stream; {@code still-url}; without it
 * the camera can show but not scan.
 *
 * <p>{@code uvc-camera}: a USB camera, by the library's own driver. Settings: {@code name}, a part of the camera's name (empty: the
 * first there is); {@code live-size} and {@code still-size}, such as {@code 1024x768} and {@code 4160x3120}. It needs
 * Debian's package {@code libv4l-0}. This model has never been run with a camera: what is tested is that without one it is absent.
 *
 * <p>Fault codes, of a face camera with {@code FACE-} before them: {@code CAMERA-UNPLUGGED}, {@code CAMERA-CUT-OFF}, {@code
 * CAMERA-SILENT}, {@code CAMERA-FROZEN}, {@code CAMERA-BUSY}, {@code CAMERA-HTTP-nnn}, {@code CAMERA-ANSWER-TOO-LARGE}, {@code
 * CAMERA-NOT-JPEG}, {@code CAMERA-PICTURE-TOO-LARGE}, {@code CAMERA-NO-STILLS}, {@code CAMERA-REPLACED}, {@code
 * CAMERA-LIBRARY-MISSING}.
 */
@NullMarked
package banyan.driver.webcam;

import org.jspecify.annotations.NullMarked;
