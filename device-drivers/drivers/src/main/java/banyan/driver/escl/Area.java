package banyan.driver.escl;

/** What is scanned from the upper left corner, in millimetres. */
record Area(int width, int height) {
    private static final double UNITS_PER_MILLIMETRE = 300 / 25.4;

    /** Millimetres in the protocol's unit, a three-hundredth of an inch, and no more than the scanner reaches. */
    static int units(int millimetres, int most) {
        return (int) Math.min(Math.round(millimetres * UNITS_PER_MILLIMETRE), most);
    }
}
