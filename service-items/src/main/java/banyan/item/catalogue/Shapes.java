package banyan.item.catalogue;

/** How names look in packages. */
final class Shapes {
    /** Packages, templates: they become file names and addresses. */
    static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    static final String KEBAB_EXAMPLE = "my-new-item";

    /** Fields, facts, materials: rules and placeholders name them. */
    static final String CAMEL = "[a-z][a-zA-Z0-9]*";

    static final String CAMEL_EXAMPLE = "bankCard";

    static final String VERSION = "[0-9]+\\.[0-9]+\\.[0-9]+";

    private Shapes() {}
}
