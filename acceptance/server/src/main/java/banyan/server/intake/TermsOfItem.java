package banyan.server.intake;

import banyan.item.Field;
import banyan.item.FieldKind;
import banyan.item.Language;
import banyan.item.Material;
import banyan.item.ServiceItem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads out of an item's package what casework needs. */
final class TermsOfItem {
    /** Grounds that every item has, besides its own conditions. */
    private static final Map<String, String> ALWAYS = Map.of(
            "conditions-met", "符合申请条件，材料齐全",
            "materials-missing", "材料不齐全或者不符合法定形式",
            "not-answered", "逾期未补正",
            "not-entitled", "不符合申请条件",
            "not-ours", "不属于本部门职权范围",
            "untrue", "材料内容与事实不符");

    private TermsOfItem() {}

    static CaseTerms of(ServiceItem item) {
        TreeMap<String, String> grounds = new TreeMap<>(ALWAYS);
        item.conditions().forEach(condition ->
                grounds.put(condition.code(), condition.text().in(Language.ZH_CN)));
        return new CaseTerms(
                item.terms().promisedWorkingDays(),
                item.decidedBy().in(Language.ZH_CN),
                item.fields().map(TermsOfItem::field).toList(),
                item.materials().stream().map(TermsOfItem::material).toList(),
                grounds);
    }

    private static CaseTerms.Field field(Field field) {
        Map<String, String> options = new LinkedHashMap<>();
        if (field.kind() instanceof FieldKind.Choice choice) {
            choice.options().forEach(option -> options.put(option.code(), option.label().in(Language.ZH_CN)));
        }
        return new CaseTerms.Field(field.code(), field.label().in(Language.ZH_CN), options);
    }

    private static CaseTerms.Material material(Material material) {
        String origin = switch (material.source()) {
            case Material.IdCard _ -> "card";
            case Material.Held _ -> "held";
            case Material.Scan _ -> "scan";
        };
        return new CaseTerms.Material(material.code(), material.title().in(Language.ZH_CN), origin);
    }
}
