package banyan.item;

/** A mobile number of mainland China: 11 digits, the first two 13 to 19. */
final class PhoneNumber {
    static final int LENGTH = 11;

    private PhoneNumber() {}

    static boolean valid(String number) {
        return number.matches("1[3-9][0-9]{9}");
    }
}
