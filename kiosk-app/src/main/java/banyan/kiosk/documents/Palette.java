package banyan.kiosk.documents;

/** The colours of paper: those of the screen that also print well in grey. */
final class Palette {
    static final int INK = 0x1B2925;
    static final int SECOND = 0x47534E;
    static final int HAIRLINE = 0xDCD5C4;
    static final int GREEN = 0x0F5F4E;
    static final int PALE_GREEN = 0xECF4EF;
    static final int AMBER = 0x7F4600;
    static final int PALE_AMBER = 0xFFF0D2;
    static final int ACROSS = 0xFBEBCB;
    static final int SEAL = 0xC8402F;

    private Palette() {}
}
