package banyan.kiosk.log;

/** What an event says besides its kind. Each key takes values of one closed type; none takes free text. */
public enum Key {
    /** A device of this site, by the site's name for it. */
    DEVICE(Form.CODE),
    /** A fixed fault code such as {@code ID-CARD-MOVED}. */
    FAULT(Form.CODE),
    /** The name of a state or page of the dialogue. */
    PLACE(Form.CODE),
    /** The number of service of whoever of the staff did it. */
    STAFF(Form.CODE),
    /** Code of a service item. */
    ITEM(Form.CODE),
    /** Help number that a citizen may hold; made of terminal, time and a letter. */
    TRACE(Form.CODE),
    /** Number of a cell of the document cabinet. */
    CELL(Form.NUMBER),
    /** A number of pages. */
    PAGES(Form.NUMBER),
    /** A count of anything else. */
    COUNT(Form.NUMBER),
    /** A time in milliseconds. */
    MILLIS(Form.NUMBER);

    private final Form form;

    Key(Form form) {
        this.form = form;
    }

    /** Of what form its values are. */
    public Form form() {
        return form;
    }

    /** The two forms of a value. */
    public enum Form {
        /** One of a fixed set of identifiers, see {@link Code}. */
        CODE,
        /** A whole number. */
        NUMBER
    }
}
