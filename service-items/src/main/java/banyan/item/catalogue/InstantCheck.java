package banyan.item.catalogue;

import banyan.item.IdentityLevel;
import banyan.item.InstantNames;
import banyan.item.InstantRules;
import banyan.item.ItemKind;
import banyan.item.Place;
import banyan.item.ServiceItem;

/** Whether an item's rules for instant decisions see only what there is to see, and are an item's that is decided. */
final class InstantCheck {
    private InstantCheck() {}

    static void check(ServiceItem item, InstantRules rules, Lines lines, Mistakes mistakes) {
        var known = InstantNames.all(item, rules.register()).keySet();
        for (var name : rules.sees()) {
            if (!known.contains(name)) {
                var hint = Words.nearest(name, known)
                        .map(near -> "; is it '" + near + "'?")
                        .orElse("");
                mistakes.add(
                        lines.word(PackageReader.DECISION, name),
                        "sees '" + name + "', which no rule of this item can be shown" + hint);
            }
        }
        if (item.kind() != ItemKind.DECLARATION) {
            mistakes.add(
                    new Place(PackageReader.DECISION, 0), "a query-and-print has nothing to decide: take this file away");
        }
        if (item.identity() == IdentityLevel.NONE) {
            mistakes.add(
                    new Place(PackageReader.DECISION, 0),
                    "is decided for nobody: an instant decision needs an identity other than none");
        }
    }
}
