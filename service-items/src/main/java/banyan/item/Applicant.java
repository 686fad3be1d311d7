package banyan.item;

import java.time.LocalDate;

/** Who applies, as the card says. Personal data: it prints nothing of itself. */
public record Applicant(String name, String number, String address) {
    /** The values that rules and documents name {@code applicant.…}. Birth, sex and age are in the number. */
    public Values values(LocalDate today) {
        var values = Values.NONE
                .with("applicant.name", new Value.Text(name, Mask.NAME))
                .with("applicant.number", new Value.Text(number, Mask.ID))
                .with("applicant.address", new Value.Text(address, Mask.ADDRESS));
        return CitizenNumber.birth(number)
                .map(birth -> values.with("applicant.birth", new Value.Date(birth))
                        .with(
                                "applicant.age",
                                Value.Decimal.of(birth.until(today).getYears()))
                        .with("applicant.sex", CitizenNumber.female(number) ? "F" : "M"))
                .orElse(values);
    }

    @Override
    public String toString() {
        return "Applicant";
    }
}
