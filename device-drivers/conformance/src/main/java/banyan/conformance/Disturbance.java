package banyan.conformance;

/** What may happen to the bytes of a far end on their way to the driver. */
public enum Disturbance {
    /** They come one at a time. */
    PORTIONS,
    /** They come late, by 30 ms. */
    DELAY,
    /** One in seven is lost. */
    DROP,
    /** One in nine is another, and some come in between that nobody sent. */
    GARBLE,
    /** Of what is sent at once only the first half arrives. */
    TRUNCATE,
    /** The first three arrive, and then no more, ever. */
    STALL,
    /** Each of the next four answers is followed by half a mebibyte of noise. */
    FLOOD,
    /** None arrives. */
    SILENCE
}
