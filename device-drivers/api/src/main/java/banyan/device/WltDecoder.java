package banyan.device;

/**
 * Turns the WLT-coded portrait of an identity card (1024 bytes) into a picture of 102 × 126 pixels. The code is proprietary and
 * no open decoder is known; a site brings its vendor's as a service. Without one the outcome says so.
 */
public interface WltDecoder {
    /** What became of the portrait. */
    sealed interface Portrait {
        /**
         * A decoded portrait.
         *
         * @param argb 102 × 126 pixels, row by row
         */
        record Decoded(int[] argb) implements Portrait {
            @Override
            public String toString() {
                return "Decoded[]";
            }
        }

        /** There is no decoder on this terminal: the screen shows no portrait and says nothing of one. */
        record NoDecoder() implements Portrait {}

        /** The bytes are not a portrait. */
        record Unreadable() implements Portrait {}
    }

    /** The decoder of a terminal that has none. */
    static WltDecoder none() {
        return _ -> new Portrait.NoDecoder();
    }

    /** Decodes; never throws. */
    Portrait decode(byte[] wlt);
}
