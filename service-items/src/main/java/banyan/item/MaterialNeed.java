package banyan.item;

/** What one paper means for this citizen: whether anything is to be done about it, and what. */
public sealed interface MaterialNeed {
    /** The card has been read; nothing to hand in. */
    record ReadFromCard() implements MaterialNeed {}

    /** The centre holds it. */
    record Held() implements MaterialNeed {}

    /** The department looks for it, because the centre holds none or could not be asked. */
    record DepartmentLooks() implements MaterialNeed {}

    /** The citizen puts it under the camera. */
    record Scan(int fewest, int most) implements MaterialNeed {}

    /** What the citizen has to prepare is counted by this. */
    default boolean isForCitizen() {
        return this instanceof Scan;
    }

    /**
     * While the centre could not be asked, a paper that would have to be scanned if it held none is asked for: better a page too
     * many than a case that stops.
     */
    static MaterialNeed of(Material material, Facts facts) {
        return switch (material.source()) {
            case Material.IdCard _ -> new ReadFromCard();
            case Material.Scan(var fewest, var most) -> new Scan(fewest, most);
            case Material.Held(var fact, var otherwise) ->
                switch (facts.get(fact)) {
                    case Fact.Known _ -> new Held();
                    case Fact.Nothing _, Fact.Unknown _ ->
                        switch (otherwise) {
                            case Material.DepartmentLooks _ -> new DepartmentLooks();
                            case Material.ScanIt(var fewest, var most) -> new Scan(fewest, most);
                        };
                };
        };
    }
}
