package banyan.item.catalogue;

/**
 * One edit and what must be said about it.
 *
 * @param at text on the line that must be named, after the edit; empty for a mistake of the whole file
 */
record Slip(String file, String from, String to, String at, String sentence, String in) {
    static final String ITEM = "flexible-employment-subsidy/item.yaml";
    static final String FORM = "flexible-employment-subsidy/form.yaml";
    static final String MATERIALS = "flexible-employment-subsidy/materials.yaml";
    static final String LETTER = "flexible-employment-subsidy/templates/commitment.yaml";
    static final String RECEIPT = "shared/templates/receipt.yaml";
    static final String CALENDAR = "shared/calendar.yaml";
    static final String QUERY = "social-insurance-certificate/item.yaml";
    static final String PAPER = "social-insurance-certificate/templates/certificate.yaml";

    Slip(String file, String from, String to, String at, String sentence) {
        this(file, from, to, at, sentence, file);
    }

    @Override
    public String toString() {
        return sentence;
    }
}
