package banyan.kiosk.ui;

import banyan.kiosk.documents.Area;
import banyan.kiosk.visit.FilingPage;
import banyan.kiosk.visit.FilingPage.Form;
import banyan.kiosk.visit.FilingPage.Form.Choice;
import banyan.kiosk.visit.FilingPage.Form.Editor;
import banyan.kiosk.visit.FilingPage.Form.Entry;
import banyan.kiosk.visit.FilingPage.Form.FieldView;
import banyan.kiosk.visit.FilingPage.Form.Source;
import banyan.kiosk.visit.FilingPage.Ink;
import banyan.kiosk.visit.FilingPage.Review;
import banyan.kiosk.visit.FilingPage.Signing;
import banyan.kiosk.visit.Page.Ended.What;
import banyan.kiosk.visit.ScanningPage.Materials;
import banyan.kiosk.visit.ScanningPage.Materials.Camera;
import banyan.kiosk.visit.ScanningPage.Materials.Feeder;
import banyan.kiosk.visit.ScanningPage.Materials.MaterialRow;
import banyan.kiosk.visit.ScanningPage.Materials.RowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is filled in, laid down, signed and looked through. */
final class FilingSamples extends SampleChapter {
    FilingSamples(SampleBook book) {
        super(book);
    }

    void bankCards() {
        String account = say("发放银行卡", "Bank card");
        for (var phase : FilingPage.BankCard.Phase.values()) {
            add("23-bank-card-" + phase, new FilingPage.BankCard(step(2), "account", account, phase, false, Optional.empty()));
        }
        add(
                "23-bank-card-read",
                new FilingPage.BankCard(
                        step(2), "account", account, FilingPage.BankCard.Phase.REMOVING, true, Optional.empty()));
        for (var flaw : FilingPage.BankCard.Flaw.values()) {
            var phase = switch (flaw) {
                case MOVED -> FilingPage.BankCard.Phase.WAITING;
                case MUTE, OTHER, UNREADABLE, FORGOTTEN -> FilingPage.BankCard.Phase.REMOVING;
                case GONE -> FilingPage.BankCard.Phase.STOPPED;
            };
            add("23-bank-card-" + flaw, new FilingPage.BankCard(step(2), "account", account, phase, false, Optional.of(flaw)));
        }
    }

    Form form(Optional<Editor> editor) {
        return new Form(
                step(2),
                say("补贴发给谁、发到哪", "Who gets it, and where"),
                say("标着来源的已替您填好，请看一眼对不对", "What has a source is filled in for you; please check it"),
                List.of(
                        new FieldView(
                                "name",
                                say("申领人", "Applicant"),
                                "",
                                Entry.SHOWN,
                                "张*丰",
                                Optional.of(Source.ID_CARD),
                                false,
                                List.of(),
                                Optional.empty()),
                        new FieldView(
                                "account",
                                say("发放银行卡", "Bank card"),
                                "",
                                Entry.DIGITS,
                                say("工行 尾号 0381", "ICBC ending 0381"),
                                Optional.of(Source.SOCIAL_CARD),
                                true,
                                List.of(),
                                Optional.empty()),
                        new FieldView(
                                "phone",
                                say("手机号", "Mobile phone"),
                                say("收通知用", "for the answer"),
                                Entry.DIGITS,
                                "138 **** 267",
                                Optional.of(Source.LAST_FILING),
                                true,
                                List.of(),
                                Optional.of(say(
                                        "手机号是 11 位，这里只有 10 位。请补上最后 1 位。",
                                        "A mobile number has 11 digits; here are 10. Please add the last one."))),
                        new FieldView(
                                "helper",
                                say("代办人证件号", "Helper's ID number"),
                                say("没有就不填", "only if there is one"),
                                Entry.ID_NUMBER,
                                "",
                                Optional.of(Source.TO_FILL),
                                true,
                                List.of(),
                                Optional.empty())),
                editor,
                false);
    }

    Form choices() {
        return new Form(
                step(3),
                say("现在的工作", "Your work now"),
                say("选最接近的一项", "Choose what comes closest"),
                List.of(
                        new FieldView(
                                "kind",
                                say("做哪一类工作", "Kind of work"),
                                "",
                                Entry.CHOICE,
                                "",
                                Optional.of(Source.TO_FILL),
                                true,
                                List.of(
                                        new Choice("shop", say("在家开网店", "running an online shop"), true),
                                        new Choice("ride", say("送外卖、送快递", "delivering food or parcels"), false),
                                        new Choice("drive", say("开网约车", "driving for hire"), false),
                                        new Choice("stall", say("摆摊、开小店", "keeping a stall or small shop"), false),
                                        new Choice("home", say("做家政", "doing housework for others"), false),
                                        new Choice("jobs", say("打零工", "doing odd jobs"), false)),
                                Optional.empty()),
                        new FieldView(
                                "goods",
                                say("主要卖什么", "Mostly selling"),
                                "",
                                Entry.CHOICE,
                                "",
                                Optional.of(Source.TO_FILL),
                                true,
                                List.of(
                                        new Choice("tea", say("卖茶叶", "tea"), false),
                                        new Choice("food", say("卖吃的", "food"), false),
                                        new Choice("clothes", say("卖衣服鞋帽", "clothes and shoes"), false),
                                        new Choice("household", say("卖日用品", "household goods"), false)),
                                Optional.empty()),
                        new FieldView(
                                "since",
                                say("从何时起", "Since"),
                                "",
                                Entry.MONTH,
                                say("2025年3月", "March 2025"),
                                Optional.of(Source.LAST_FILING),
                                true,
                                List.of(
                                        new Choice("2025-02", say("2025年2月", "February 2025"), false),
                                        new Choice("2025-03", say("2025年3月", "March 2025"), true),
                                        new Choice("2025-04", say("2025年4月", "April 2025"), false)),
                                Optional.empty()),
                        new FieldView(
                                "hard",
                                say("我属于就业困难人员", "I am registered as hard to place"),
                                "",
                                Entry.TICK,
                                "false",
                                Optional.empty(),
                                true,
                                List.of(),
                                Optional.empty())),
                Optional.empty(),
                false);
    }

    Materials materials(boolean good) {
        Camera camera = new Camera.Live(
                SamplePapers.tray(),
                SamplePapers.trayCorners(),
                good ? Optional.empty() : Optional.of(Materials.Hint.COVERED),
                new Materials.Qualities(true, true, true, good),
                good);
        return new Materials(
                step(3),
                List.of(
                        new MaterialRow(
                                "id-card",
                                say("身份证", "ID card"),
                                say("刚才读取", "just read"),
                                RowState.NOT_NEEDED,
                                0,
                                0,
                                0,
                                List.of()),
                        new MaterialRow(
                                "registration",
                                say("就业登记证", "Employment registration"),
                                say("电子证照，印章已验", "electronic, seal checked"),
                                RowState.FETCHED,
                                0,
                                0,
                                0,
                                List.of()),
                        new MaterialRow(
                                "social-card",
                                say("社会保障卡", "Social security card"),
                                say("正面", "front side"),
                                RowState.COMPLETE,
                                1,
                                1,
                                1,
                                List.of(SamplePapers.letter(book.language))),
                        new MaterialRow(
                                "proof",
                                say("灵活就业证明", "Proof of flexible employment"),
                                say("网店页面或证明信，1–3 页", "shop page or letter, 1–3 pages"),
                                good ? RowState.SCANNED : RowState.WAITING,
                                good ? 1 : 0,
                                1,
                                3,
                                good ? List.of(SamplePapers.letter(book.language), SamplePapers.certificate()) : List.of())),
                3,
                camera,
                new Feeder.None(),
                good ? 0 : 1,
                false);
    }

    Materials manyMaterials() {
        Materials four = materials(true);
        List<MaterialRow> rows = new ArrayList<>(four.rows());
        rows.add(new MaterialRow(
                "payment",
                say("社会保险缴费凭证", "Proof of payment"),
                say("最近一次的缴费单", "the latest slip"),
                RowState.SCANNED,
                1,
                1,
                2,
                List.of(SamplePapers.letter(book.language))));
        return new Materials(four.head(), rows, 4, four.camera(), new Feeder.None(), 0, false);
    }

    /** With a feeder in the site, and a page seen on the tray or not. */
    Materials feeding(boolean page, Feeder feeder) {
        Materials many = manyMaterials();
        Camera camera = page
                ? many.camera()
                : new Camera.Live(
                        SamplePapers.tray(),
                        new float[0],
                        Optional.of(Materials.Hint.NO_PAGE),
                        new Materials.Qualities(false, false, false, false),
                        false);
        return new Materials(many.head(), many.rows(), 3, camera, feeder, 0, false);
    }

    void fingers() {
        for (var phase : FilingPage.Fingerprint.Phase.values()) {
            for (boolean held : new boolean[] {false, true}) {
                add(
                        "08-finger-" + phase.ordinal() + (held ? "-held" : ""),
                        new FilingPage.Fingerprint(step(4), phase, held, Optional.empty(), true, held));
            }
        }
        for (var flaw : FilingPage.Fingerprint.Flaw.values()) {
            boolean usable = flaw != FilingPage.Fingerprint.Flaw.GONE;
            add(
                    "08-finger-flaw-" + flaw.ordinal(),
                    new FilingPage.Fingerprint(
                            step(4), FilingPage.Fingerprint.Phase.ASKING, false, Optional.of(flaw), usable, false));
        }
    }

    Signing signing(Signing.PadState pad, boolean signed) {
        List<float[]> strokes = signed
                ? List.of(
                        new float[] {.10f, .2f, .6f, .16f, .18f, .7f, .15f, .4f, .7f, .10f, .42f, .7f, .14f, .7f, .8f},
                        new float[] {.22f, .2f, .6f, .24f, .5f, .8f, .32f, .75f, .8f},
                        new float[] {.45f, .3f, .7f, .56f, .28f, .8f},
                        new float[] {.44f, .7f, .7f, .6f, .6f, .8f},
                        new float[] {.70f, .35f, .7f, .86f, .3f, .8f},
                        new float[] {.78f, .1f, .7f, .77f, .9f, .9f})
                : List.of();
        return new Signing(
                step(4),
                SamplePapers.letter(book.language),
                0.45,
                List.of(new Area(0.24, 0.385, 0.3, 0.05)),
                1,
                1,
                "7F3A91C2",
                new Ink(strokes, 2.4),
                pad,
                signed ? Optional.empty() : Optional.of(Signing.InkTrouble.TAP_ONLY));
    }

    Review review(boolean ticked) {
        return new Review(
                step(5),
                List.of(
                        new Review.Group(
                                say("谁来申领", "Applicant"),
                                List.of(
                                        new Review.Row(say("姓名", "Name"), "张*丰"),
                                        new Review.Row(say("证件号", "ID number"), "350102********1239"),
                                        new Review.Row(say("手机号", "Mobile"), "138****2671")),
                                1,
                                false),
                        new Review.Group(
                                say("补贴发到哪", "Payment"),
                                List.of(
                                        new Review.Row(
                                                say("银行卡", "Bank card"),
                                                say("工商银行 尾号 0381（社会保障卡）", "ICBC ending 0381 (social card)")),
                                        new Review.Row(
                                                say("申领时间", "Period"),
                                                say("2025年10月 – 2026年9月，共 12 个月", "Oct 2025 – Sep 2026, 12 months"))),
                                2,
                                false),
                        new Review.Group(
                                say("现在的工作", "Work"),
                                List.of(
                                        new Review.Row(say("工作内容", "Kind"), say("在家开网店，卖茶叶", "Online shop, tea")),
                                        new Review.Row(say("从何时起", "Since"), say("2025年3月", "March 2025"))),
                                3,
                                false),
                        new Review.Group(
                                say("材料 4 份，都齐了", "4 documents, all in"),
                                List.of(
                                        new Review.Row(
                                                say("自动取得", "Fetched"),
                                                say("身份证、就业登记证、社会保障卡", "ID card, registration, social card")),
                                        new Review.Row(
                                                say("本机扫描", "Scanned here"), say("灵活就业证明，2 页", "Proof, 2 pages")),
                                        new Review.Row(say("承诺书", "Letter"), say("已签名 20:41", "signed 20:41"))),
                                4,
                                true)),
                SampleBook.ANSWER,
                5,
                say("鼓楼区人社局", "Gulou HR Bureau"),
                say("不收费", "Free"),
                ticked);
    }

    /** The groups of the item that is really filed: more of them, and more rows. */
    Review longReview() {
        Review plain = review(true);
        List<Review.Group> groups = new ArrayList<>(plain.groups());
        List<Review.Row> rows = new ArrayList<>(groups.getFirst().rows());
        rows.add(new Review.Row(say("发放银行卡", "Bank card"), say("尾号 0381", "ending 0381")));
        groups.set(0, new Review.Group(groups.getFirst().title(), rows, 0, true));
        groups.add(new Review.Group(
                say("签名", "Signature"),
                List.of(new Review.Row(say("灵活就业承诺书", "Commitment letter"), say("已签名 20:41", "signed 20:41"))),
                5,
                false));
        return new Review(
                plain.head(), groups, plain.answerBy(), plain.promisedDays(), plain.decidedBy(), plain.fee(), true);
    }
}
