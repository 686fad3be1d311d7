package banyan.item;

/** The number of a bank card: 15 to 19 digits of which the last is the check digit of ISO/IEC 7812 (Luhn). */
final class BankCard {
    static final int SHORTEST = 15;
    static final int LONGEST = 19;

    private BankCard() {}

    static boolean valid(String number) {
        return number.matches("[0-9]{15,19}") && sum(number) % 10 == 0;
    }

    private static int sum(String number) {
        int sum = 0;
        for (int fromEnd = 0; fromEnd < number.length(); fromEnd++) {
            int digit = number.charAt(number.length() - 1 - fromEnd) - '0';
            int weighted = fromEnd % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
