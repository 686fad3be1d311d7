package banyan.kiosk.filing.page;

import org.bytedeco.opencv.opencv_core.Mat;

/** Takes small native pictures over into Java arrays. */
final class Pixels {
    private Pixels() {}

    /** The three bytes blue, green, red of each pixel as one opaque number. */
    static int[] argb(Mat bgr) {
        byte[] bytes = bytes(bgr);
        int[] argb = new int[bytes.length / 3];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000
                    | (bytes[3 * i + 2] & 0xFF) << 16
                    | (bytes[3 * i + 1] & 0xFF) << 8
                    | (bytes[3 * i] & 0xFF);
        }
        return argb;
    }

    static byte[] luma(int[] argb) {
        byte[] luma = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            luma[i] = (byte) Scene.luma(argb[i]);
        }
        return luma;
    }

    private static byte[] bytes(Mat picture) {
        byte[] bytes = new byte[(int) (picture.total() * picture.elemSize())];
        picture.data().get(bytes);
        return bytes;
    }
}
