package banyan.item.catalogue;

import java.util.stream.Stream;

/** Mistakes in the item itself: its shape, its texts, its steps, its calendar and what it asks. */
final class ItemSlips {
    private ItemSlips() {}

    static Stream<Slip> all() {
        return Stream.of(shape(), texts(), steps(), calendarAndQuery()).flatMap(slips -> slips);
    }

    private static Stream<Slip> shape() {
        return Stream.of(
                new Slip(
                        Slip.ITEM,
                        "minutes: 6",
                        "minuts: 6",
                        "minuts",
                        "the item.yaml: 'minuts' means nothing here; is it 'minutes'?"),
                new Slip(Slip.ITEM, "minutes: 6", "", "code: flex", "the item.yaml has no minutes"),
                new Slip(Slip.ITEM, "minutes: 6", "minutes: 6\nminutes: 7", "minutes: 7", "'minutes' is written twice"),
                new Slip(
                        Slip.ITEM,
                        "minutes: 6",
                        "minutes: soon",
                        "minutes:",
                        "the item.yaml needs a number from 1 to 240 as minutes, not 'soon'"),
                new Slip(
                        Slip.ITEM,
                        "kind: declaration",
                        "kind: dance",
                        "kind: dance",
                        "the item.yaml has 'kind: dance'; it can be 'declaration' or 'query-and-print'"),
                new Slip(
                        Slip.ITEM,
                        "icon: hand-coins",
                        "icon: hand-coin",
                        "icon: hand-coin",
                        "the item.yaml has the icon 'hand-coin', which no terminal has; is it 'hand-coins'?"),
                new Slip(
                        Slip.ITEM,
                        "code: flexible-employment-subsidy",
                        "code: Flexible",
                        "code: Flexible",
                        "the item.yaml has the code 'Flexible', which should look like my-new-item"),
                new Slip(
                        Slip.ITEM,
                        "version: 1.0.0",
                        "version: one",
                        "version:",
                        "the item.yaml has the version 'one', which should look like 1.0.0"),
                new Slip(
                        Slip.ITEM,
                        "hotline: 0591-12333",
                        "hotline: ask around",
                        "hotline:",
                        "the item.yaml needs a telephone number such as 0591-12333 as hotline, not 'ask around'"),
                new Slip(
                        Slip.ITEM,
                        "promised: 5",
                        "promised: 25",
                        "promised: 25",
                        "working-days promises more days than the law allows"),
                new Slip(
                        Slip.ITEM,
                        "channels: [terminal, window, web, phone]",
                        "channels: [fax]",
                        "channels:",
                        "the item.yaml has the channel 'fax'; it can be 'phone', 'terminal', 'web' or 'window'"),
                new Slip(
                        Slip.ITEM,
                        "opening: always",
                        "opening:\n  - { days: [mon], from: \"9\", to: \"17:00\" }",
                        "from: \"9\"",
                        "opening 1 needs a time such as 09:00 as from, not '9'"),
                new Slip(
                        Slip.ITEM, "title:\n", "title: &t\n", "title: &t", "& and * are not used in packages; write it out"),
                new Slip(
                        Slip.MATERIALS,
                        "pages: 1-3",
                        "pages: many",
                        "pages: many",
                        "material 'workProof' needs pages such as 1 or 1-3, not 'many'"),
                new Slip(
                        Slip.MATERIALS,
                        "original: cabinet",
                        "original: drawer",
                        "original: drawer",
                        "material 'workProof' has 'original: drawer'; it can be 'cabinet'"),
                new Slip(
                        Slip.MATERIALS,
                        "source: id-card",
                        "source: id-card\n    original: cabinet",
                        "original: cabinet",
                        "material 'idCard' has an original to leave in the cabinet, but the citizen brings none: it is not scanned"),
                new Slip(
                        Slip.MATERIALS,
                        "source: scan",
                        "source: fax",
                        "source: fax",
                        "material 'workProof' has the source 'fax'; it can be 'id-card', 'scan' or 'facts.…'"),
                new Slip(
                        Slip.QUERY,
                        "devices: [printer/tray-certificate]",
                        "devices: [printer, camera-obscura]",
                        "devices:",
                        "there is no device 'camera-obscura'; it can be 'auxiliaries', 'code-scanner', "
                                + "'document-cabinet', 'document-camera', 'face-camera', 'fingerprint-pad', "
                                + "'id-card-reader', 'printer', 'receipt-printer', 'scanner', 'signature-pad' or "
                                + "'smart-card-terminal'"),
                new Slip(
                        Slip.ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, scaner]",
                        "- [document-camera",
                        "there is no device 'scaner'; is it 'scanner'?"),
                new Slip(
                        Slip.ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, scanner]\n  - scanner",
                        "- scanner",
                        "device 'scanner' is there twice"),
                new Slip(
                        Slip.ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, scanner/feder]",
                        "- [document-camera",
                        "this device has no part 'feder'; is it 'feeder'?"),
                new Slip(
                        Slip.QUERY,
                        "devices: [printer/tray-certificate]",
                        "devices: [printer/feeder]",
                        "devices:",
                        "this device has no part 'feeder'; it can be 'tray-certificate'"),
                new Slip(
                        Slip.ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera/lens, scanner]",
                        "- [document-camera",
                        "no part of this device is named: it is needed as a whole"),
                new Slip(
                        Slip.ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, scanner]\n  - []",
                        "- []",
                        "a line of devices names none"),
                new Slip(
                        Slip.ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, scanner]\n  - { one: printer }",
                        "- { one: printer }",
                        "devices needs names such as printer, or names in brackets of which one will do"),
                new Slip(
                        Slip.ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, printer]",
                        "devices:",
                        "material 'paymentProof' is scanned; devices needs a line document-camera, scanner or both in "
                                + "brackets"),
                new Slip(
                        Slip.QUERY,
                        "devices: [printer/tray-certificate]",
                        "devices: [receipt-printer]",
                        "devices:",
                        "a query-and-print needs the line printer in devices"));
    }

    private static Stream<Slip> texts() {
        return Stream.of(
                new Slip(
                        Slip.FORM,
                        "label: { zh-CN: 手机号, en: Mobile number }",
                        "label: { zh-CN: 手机号 }",
                        "label: { zh-CN: 手机号 }",
                        "field 'phone' has no English label"),
                new Slip(
                        Slip.FORM,
                        "label: { zh-CN: 手机号, en: Mobile number }",
                        "label: { en: Mobile number }",
                        "label: { en: Mobile",
                        "field 'phone' has no Chinese label"),
                new Slip(
                        Slip.FORM,
                        "label: { zh-CN: 手机号, en: Mobile number }",
                        "label: { zh-CN: 手机号, en: \"\" }",
                        "en: \"\" }",
                        "field 'phone' has an empty English label"),
                new Slip(
                        Slip.FORM,
                        "label: { zh-CN: 手机号, en: Mobile number }",
                        "label: 手机号",
                        "label: 手机号",
                        "field 'phone' needs its label in every language: zh-CN and en"),
                new Slip(
                        Slip.FORM,
                        "label: { zh-CN: 手机号, en: Mobile number }",
                        "label: { zh-CN: 手机号, en: Mobile number, fr: Portable }",
                        "fr: Portable",
                        "field 'phone': 'fr' is no language here; the languages are zh-CN and en"),
                new Slip(
                        Slip.FORM,
                        "code: onlineShop, zh-CN: 在家开网店, en: running an online shop",
                        "code: onlineShop, zh-CN: 在家开网店",
                        "onlineShop, zh-CN",
                        "field 'workKind', choice 'onlineShop' has no English label"),
                new Slip(
                        Slip.RECEIPT,
                        "value: \"{item.decidedBy}\"",
                        "value: \"由{item.decidedBy}定\"",
                        "由{item",
                        "block 3, row 6 needs its value in every language: zh-CN and en"));
    }

    private static Stream<Slip> steps() {
        return Stream.of(
                new Slip(
                        Slip.ITEM,
                        "  - review\n",
                        "  - fingerprint\n  - fingerprint\n  - review\n",
                        "- fingerprint",
                        "step fingerprint is there twice"),
                new Slip(
                        Slip.QUERY,
                        "  - print: certificate\n",
                        "  - fingerprint\n  - print: certificate\n",
                        "- fingerprint",
                        "step fingerprint is for what is submitted: there is no step submit"),
                new Slip(
                        Slip.ITEM,
                        "  - review\n",
                        "  - revue\n",
                        "- revue",
                        "step 5 is 'revue'; it can be 'fingerprint', 'form: …', 'identify: …', 'materials', 'print: …', 'review', 'sign: …' or 'submit'"),
                new Slip(
                        Slip.ITEM,
                        "  - review\n  - submit\n",
                        "  - submit\n  - review\n",
                        "steps:",
                        "the step review comes too late"),
                new Slip(Slip.ITEM, "  - submit\n", "", "steps:", "a declaration needs the step submit"),
                new Slip(Slip.ITEM, "  - identify: card\n", "", "steps:", "identity needs one step identify"),
                new Slip(
                        Slip.ITEM,
                        "identify: card",
                        "identify: card-and-face",
                        "identity:",
                        "identity and step identify must say the same"));
    }

    private static Stream<Slip> calendarAndQuery() {
        return Stream.of(
                new Slip(
                        Slip.CALENDAR,
                        "to: 2026-01-03",
                        "to: 2025-01-03",
                        "to: 2025-01-03",
                        "holiday 1 ends before it begins, or lasts longer than a month"),
                new Slip(
                        Slip.CALENDAR,
                        "- 2026-01-04",
                        "- 4 January",
                        "worked:",
                        "year 2026 needs a date such as 2026-01-01, not '4 January'"),
                new Slip(
                        Slip.QUERY,
                        "  from: month\n",
                        "  from: fortnight\n",
                        "from: fortnight",
                        "result 'from' has the kind 'fortnight'; it can be 'count', 'date', 'moment', 'money', 'month', 'text' or 'yes-no'"),
                new Slip(
                        Slip.QUERY,
                        "thisMonth : addMonths(thisMonth, -1)",
                        "thisMonth : addMonths(thisYear, -1)",
                        "thisYear",
                        "the rule knows no 'thisYear', or no such name under it"));
    }
}
