package banyan.item;

/** The theme under which an item is listed, after the categories of the government-service platforms. */
public enum Section {
    SOCIAL_SECURITY,
    EMPLOYMENT,
    MEDICAL_INSURANCE,
    HOUSING_FUND,
    HOUSEHOLD,
    REAL_ESTATE,
    CREDIT,
    TAX,
    BUSINESS,
    EDUCATION,
    TRANSPORT,
    CIVIL_AFFAIRS,
    EXIT_AND_ENTRY,
    OTHER;

    public LocalText title() {
        return Sentences.text("section." + name());
    }
}
