package banyan.kiosk.ui;

import banyan.device.DeviceKind;
import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.kiosk.visit.Availability;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Page.Guide;
import banyan.kiosk.visit.Page.Home;
import banyan.kiosk.visit.Page.ItemTile;
import banyan.kiosk.visit.Page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first page, and the way to an item: what it takes, and why it cannot be done now. */
final class GuideSamples extends SampleChapter {
    GuideSamples(SampleBook book) {
        super(book);
    }

    Home home() {
        return new Home(
                Home.DayPart.EVENING,
                List.of(
                        new Home.SectionTile(Section.QUERY_AND_PRINT, 104),
                        new Home.SectionTile(Section.DECLARATION, 152)),
                List.of(book.certificate(), book.subsidy()));
    }

    /** Items whose devices fail, in every way in which they can. */
    void lacking() {
        ItemTile printing = with(book.certificate(), lacks(DeviceKind.PRINTER, new DeviceState.Absent(SampleBook.UNPLUGGED)));
        ItemTile filing = with(book.subsidy(), lacks(DeviceKind.DOCUMENT_CAMERA, SampleBook.UNKNOWN));
        ItemTile none = with(book.subsidy(), new Availability.Lacking(DeviceKind.FINGERPRINT_PAD, Optional.empty()));
        ItemTile tray = with(
                book.certificate(),
                new Availability.Lacking(
                        DeviceKind.PRINTER,
                        Optional.of(new DeviceState.Ready(Set.of("TRAY-EMPTY"))),
                        Optional.of(DevicePart.Kind.TRAY_CERTIFICATE)));
        ItemTile closed = with(
                book.certificate(),
                new Availability.Closed(say("周一至周五 09:00–17:00；周六 09:00–12:00", "Mon to Fri 09:00–17:00; Sat 09:00–12:00")));
        Home plain = home();
        add("03-home-lacking", new Home(plain.part(), plain.sections(), List.of(printing, filing)));
        add("03-home-four-lacking", new Home(plain.part(), plain.sections(), each(printing, filing, none, closed)));
        add("03-home-four", new Home(plain.part(), plain.sections(), each(book.subsidy(), book.subsidy(), book.certificate(), book.subsidy())));
        add(
                "03-items-lacking",
                new Page.Items(Section.DECLARATION, each(printing, filing, none, closed), 1, 2));
        add("03-home-part-lacking", new Home(plain.part(), plain.sections(), List.of(tray, book.subsidy())));
        add("05-guide-part-lacking", with(manyNeeds(), tray));
        add("05-guide-lacking", with(manyNeeds(), filing));
        add("05-guide-closed", with(guide(), with(book.subsidy(), closed.availability())));
        add(
                "05-guide-query-lacking",
                new Guide(
                        printing,
                        0,
                        0,
                        say("不收费", "Free"),
                        "",
                        say("鼓楼区人社局", "Gulou HR Bureau"),
                        "0591-12333",
                        List.of(),
                        List.of(),
                        1,
                        1,
                        Guide.GuidePrint.NOT_POSSIBLE));
    }

    /** Each with a code of its own, as in a catalogue. */
    static List<ItemTile> each(ItemTile... tiles) {
        List<ItemTile> each = new ArrayList<>();
        for (ItemTile tile : tiles) {
            each.add(new ItemTile(
                    tile.code() + each.size(),
                    tile.title(),
                    tile.plain(),
                    tile.department(),
                    tile.icon(),
                    tile.availability()));
        }
        return each;
    }

    private static Availability lacks(DeviceKind kind, DeviceState state) {
        return new Availability.Lacking(kind, Optional.of(state));
    }

    private static ItemTile with(ItemTile tile, Availability availability) {
        return new ItemTile(tile.code(), tile.title(), tile.plain(), tile.department(), tile.icon(), availability);
    }

    private static Guide with(Guide guide, ItemTile item) {
        return new Guide(
                item,
                guide.promisedDays(),
                guide.legalDays(),
                guide.fee(),
                guide.feeNote(),
                guide.decidedBy(),
                guide.phone(),
                guide.conditions(),
                guide.materials(),
                guide.steps(),
                guide.minutes(),
                guide.print());
    }

    Guide guide() {
        return new Guide(
                book.subsidy(),
                5,
                20,
                say("不收费", "Free"),
                say("任何人都不能收钱", "Nobody may charge"),
                say("鼓楼区人社局", "Gulou HR Bureau"),
                "0591-12333",
                List.of(
                        new Guide.Condition(
                                say("已登记灵活就业", "Registered as flexibly employed"),
                                Guide.Finding.FOUND,
                                say("查到了：2025年3月起", "found: since March 2025")),
                        new Guide.Condition(
                                say("自己按时交社保", "Pays own insurance on time"),
                                Guide.Finding.FOUND,
                                say("查到了：已连交 14 个月", "found: 14 months running")),
                        new Guide.Condition(
                                say("女满40岁、男满50岁，或就业困难", "A woman of 40, a man of 50, or hard to place"),
                                Guide.Finding.NOT_FOUND,
                                "")),
                List.of(
                        new Guide.MaterialNeed(say("身份证", "ID card"), "id-card", Guide.Origin.READ_FROM_CARD),
                        new Guide.MaterialNeed(
                                say("就业登记证", "Employment registration"), "file-badge", Guide.Origin.E_LICENCE),
                        new Guide.MaterialNeed(
                                say("社会保障卡", "Social security card"), "credit-card", Guide.Origin.UNKNOWN),
                        new Guide.MaterialNeed(
                                say("灵活就业证明（网店页面或证明信）", "Proof of flexible employment (shop page or letter)"),
                                "scan-line",
                                Guide.Origin.SCAN_HERE)),
                5,
                6,
                Guide.GuidePrint.POSSIBLE);
    }

    Guide manyNeeds() {
        Guide plain = guide();
        List<Guide.MaterialNeed> needs = new ArrayList<>(plain.materials());
        needs.add(new Guide.MaterialNeed(say("社会保险缴费凭证", "Proof of payment"), "scan-line", Guide.Origin.SCAN_HERE));
        return new Guide(
                new ItemTile(
                        plain.item().code(),
                        say("灵活就业社保补贴", "Social insurance subsidy"),
                        plain.item().plain(),
                        plain.item().department(),
                        plain.item().icon(),
                        new Availability.Now()),
                plain.promisedDays(),
                plain.legalDays(),
                plain.fee(),
                "",
                plain.decidedBy(),
                plain.phone(),
                plain.conditions(),
                needs,
                plain.steps(),
                plain.minutes(),
                Guide.GuidePrint.PRINTING);
    }
}
