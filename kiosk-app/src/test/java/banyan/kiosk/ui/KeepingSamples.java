package banyan.kiosk.ui;

import banyan.kiosk.visit.FilingPage.Review;
import banyan.kiosk.visit.KeepingPage;
import banyan.kiosk.visit.KeepingPage.PaperState;
import banyan.kiosk.visit.KeepingPage.PaperState.Outlet;
import banyan.kiosk.visit.KeepingPage.Received;
import banyan.kiosk.visit.KeepingPage.Received.AtOnce;
import banyan.kiosk.visit.PaperPage;
import banyan.kiosk.visit.ScanningPage.Materials;
import banyan.kiosk.visit.ScanningPage.Materials.Feeder;
import banyan.kiosk.visit.ScanningPage.Materials.MaterialRow;
import banyan.kiosk.visit.ScanningPage.Materials.RowState;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** From 确认提交 on: received, and the originals in the cabinet. */
final class KeepingSamples extends SampleChapter {
    private final FilingSamples filing;

    KeepingSamples(SampleBook book, FilingSamples filing) {
        super(book);
        this.filing = filing;
    }

    void deposits() {
        List<String> originals = List.of(say("灵活就业证明", "Proof of flexible employment"), say("社会保险缴费凭证", "Proof of payment"));
        for (var phase : KeepingPage.Deposit.Phase.values()) {
            for (boolean again : new boolean[] {false, true}) {
                add(
                        "11-deposit-" + phase.ordinal() + (again ? "-again" : ""),
                        new KeepingPage.Deposit(
                                itemTitle(),
                                phase,
                                phase == KeepingPage.Deposit.Phase.ASKING ? 0 : 128,
                                originals,
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                again));
            }
        }
        for (var flaw : KeepingPage.Deposit.Flaw.values()) {
            for (var phase : List.of(KeepingPage.Deposit.Phase.ASKING, KeepingPage.Deposit.Phase.OPEN, KeepingPage.Deposit.Phase.CLOSED)) {
                add(
                        "11-deposit-flaw-" + flaw.ordinal() + "-" + phase.ordinal(),
                        new KeepingPage.Deposit(
                                itemTitle(),
                                phase,
                                3,
                                originals,
                                Optional.of(flaw),
                                Optional.empty(),
                                flaw == KeepingPage.Deposit.Flaw.STUCK || flaw == KeepingPage.Deposit.Flaw.NOT_CLOSED,
                                false));
            }
        }
        for (var how : banyan.item.DocumentValues.InCabinet.values()) {
            var there = Optional.of(new KeepingPage.Originals(how, 128));
            Received plain = received(PaperState.State.PRINTED, OptionalInt.empty());
            add(
                    "10b-originals-" + how.ordinal(),
                    new Received(
                            plain.itemTitle(),
                            plain.at(),
                            plain.acceptanceNumber(),
                            plain.answerBy(),
                            plain.phone(),
                            plain.qr(),
                            plain.paper(),
                            plain.next(),
                            plain.rated(),
                            plain.rating(),
                            plain.reasons(),
                            there,
                            Optional.empty()));
            add(
                    "11-originals-" + how.ordinal(),
                    new KeepingPage.Kept(
                            itemTitle(),
                            SampleBook.EVENING,
                            Optional.of(LocalDateTime.of(2026, 11, 20, 20, 38)),
                            "榕 0137-8K42",
                            Optional.of("138****2671"),
                            "BANYAN:KEPT:0137-8K42",
                            new PaperState(PaperState.State.PRINTED, 1, 1),
                            there,
                            false,
                            false));
        }
        for (var state : AtOnce.State.values()) {
            AtOnce bare = AtOnce.without(state, SampleBook.ANSWER);
            add(
                    "10b-decision-" + state.ordinal(),
                    received(PaperState.State.PRINTED, OptionalInt.empty())
                            .with(bare.decided()
                                    ? new AtOnce(
                                            state,
                                            SampleBook.ANSWER,
                                            List.of(
                                                    say("读了您的身份证，按了指纹", "Your card was read and a fingertip laid"),
                                                    say(
                                                            "养老金发放登记（示例数据，不是真实记录）：2023年10月起发放",
                                                            "Pension register (sample data, not a record): paid since October 2023"),
                                                    say("常住本市，53 岁", "You live in this city and are 53")),
                                            say("本年度领取资格已确认，养老金照常发放。", "Confirmed for this year. Your pension goes on."),
                                            state == AtOnce.State.GRANTED)
                                    : bare));
        }
        Materials many = filing.manyMaterials();
        for (var cabinet : Materials.Cabinet.values()) {
            for (Feeder feeder : List.of(new Feeder.None(), new Feeder.Resting(true, Optional.empty()))) {
                List<MaterialRow> rows = new ArrayList<>(many.rows());
                if (cabinet == Materials.Cabinet.CHOSEN) {
                    MaterialRow row = rows.get(4);
                    rows.set(
                            4,
                            new MaterialRow(
                                    row.code(), row.title(), row.detail(), RowState.IN_CABINET, 0, 1, 1, List.of()));
                }
                add(
                        "07-cabinet-" + cabinet.ordinal() + (feeder instanceof Feeder.None ? "" : "-feeder"),
                        new Materials(many.head(), rows, 4, many.camera(), feeder, cabinet, 0, false));
            }
        }
    }

    Received received(PaperState.State paper, OptionalInt rated) {
        return received(new PaperState(paper, 1, 1), rated);
    }

    Received received(PaperState paper, OptionalInt rated) {
        return new Received(
                itemTitle(),
                SampleBook.EVENING,
                "350120260427",
                SampleBook.ANSWER,
                Optional.of("138****2671"),
                "BANYAN:350120260427",
                paper,
                List.of(
                        new Received.Next(say("已受理", "Received"), say("刚才", "just now"), "check"),
                        new Received.Next(say("人社局审核", "Review"), say("11月27日前", "by 27 Nov"), "user-round-check"),
                        new Received.Next(say("告诉您结果", "Answer"), say("当天", "same day"), "message-square-text"),
                        new Received.Next(say("补贴到卡", "Payment"), say("次月 15 日前", "by the 15th"), "banknote")),
                rated,
                rated.isPresent() ? KeepingPage.Rating.NOTED : KeepingPage.Rating.FREE,
                List.of());
    }

    static PaperState rollOut(Outlet again) {
        return new PaperState(
                PaperState.State.TROUBLE, 0, 1, Outlet.ROLL, Optional.of(PaperPage.TroubleKind.PAPER_OUT), again);
    }
}
