package banyan.kiosk.ui;

import banyan.device.DeviceKind;
import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Supply;
import banyan.kiosk.documents.Picture;
import banyan.kiosk.filing.page.Inspection;
import banyan.kiosk.release.ContentLine;
import banyan.kiosk.upkeep.Guidance;
import banyan.kiosk.upkeep.Part;
import banyan.kiosk.upkeep.Printed;
import banyan.kiosk.upkeep.Readiness;
import banyan.kiosk.upkeep.ReportStanding;
import banyan.kiosk.upkeep.Waiting;
import banyan.kiosk.visit.Sheet;
import banyan.kiosk.visit.StaffPage;
import banyan.kiosk.visit.UpkeepPost;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pages of the staff. */
final class StaffSamples extends SampleChapter {
    private final GuideSamples guides;

    StaffSamples(SampleBook book, GuideSamples guides) {
        super(book);
        this.guides = guides;
    }

    /** The part with the longest name, without paper where the device says that it needs help. */
    private static DevicePart tray(DeviceState state) {
        return DevicePart.required(
                DevicePart.Kind.TRAY_CERTIFICATE,
                state instanceof DeviceState.NeedsHelp(var fault)
                        ? new DevicePart.Standing.Broken(fault)
                        : new DevicePart.Standing.Usable());
    }

    private void cells() {
        List<StaffPage.Cells.Row> rows = new ArrayList<>();
        for (int cell = 1; cell <= 7; cell++) {
            rows.add(new StaffPage.Cells.Row(cell * 18, LocalDateTime.of(2026, 11, 20, 8 + cell, 38), cell % 2 == 0));
        }
        add("17-cells", new StaffPage.Cells(rows, 0, UpkeepPost.Cells.Phase.LIST, false));
        add("17-cells-failed", new StaffPage.Cells(rows, 0, UpkeepPost.Cells.Phase.LIST, true));
        add("17-cells-none", new StaffPage.Cells(List.of(), 0, UpkeepPost.Cells.Phase.LIST, false));
        for (var phase : UpkeepPost.Cells.Phase.values()) {
            if (phase != UpkeepPost.Cells.Phase.LIST) {
                add("17-cells-" + phase.ordinal(), new StaffPage.Cells(rows, 128, phase, false));
            }
        }
    }

    private void setAside() {
        List<StaffPage.SetAside.Row> rows = new ArrayList<>();
        rows.add(aside(java.util.Optional.empty(), "0137-8K42", "SUBMISSION-DIFFERS"));
        for (var kind : banyan.cache.Note.Kind.values()) {
            boolean unproven = kind == banyan.cache.Note.Kind.EVALUATION;
            rows.add(aside(java.util.Optional.of(kind), "0137-T21", unproven ? "EVALUATION-UNPROVEN" : "RECORD-DIFFERS"));
        }
        rows.add(1, aside(java.util.Optional.empty(), "0137-9M07", "ANSWERS-INVALID"));
        rows.add(2, aside(java.util.Optional.empty(), "0137-Q3X8", "CERTIFICATE-UNKNOWN"));
        rows.add(3, aside(java.util.Optional.empty(), "0137-Q3X9", "PAPER-DAMAGED"));
        rows.add(aside(java.util.Optional.empty(), "0137-Q3X7", "A-CODE-OF-TOMORROW"));
        for (var phase : UpkeepPost.SetAside.Phase.values()) {
            add("17-set-aside-" + phase.ordinal(), new StaffPage.SetAside(rows, phase));
        }
        // The later ones, which the first page has no room for.
        add("17-set-aside-others", new StaffPage.SetAside(rows.reversed(), UpkeepPost.SetAside.Phase.LIST));
        add("17-set-aside-middle", new StaffPage.SetAside(rows.subList(6, 10), UpkeepPost.SetAside.Phase.LIST));
        add("17-set-aside-none", new StaffPage.SetAside(List.of(), UpkeepPost.SetAside.Phase.LIST));
        add("17-set-aside-all-sent", new StaffPage.SetAside(List.of(), UpkeepPost.SetAside.Phase.SENT));
    }

    private static StaffPage.SetAside.Row aside(
            java.util.Optional<banyan.cache.Note.Kind> kind, String number, String code) {
        java.time.Instant hour = java.time.Instant.parse("2026-11-20T12:00:00Z");
        return new StaffPage.SetAside.Row(
                new banyan.cache.Journal.Stuck(kind, number, hour, code), java.time.LocalDate.of(2026, 11, 20));
    }

    /** At a site that has not every class of device. */
    private static StaffPage.Maintenance smaller(StaffPage.Maintenance board) {
        List<Part> parts = board.readiness().parts().stream()
                .filter(part -> !(part.subject() instanceof Part.Subject.OfDevice(var kind, _, _)
                        && (kind == DeviceKind.FACE_CAMERA || kind == DeviceKind.SMART_CARD_TERMINAL)))
                .toList();
        return board(board, parts);
    }

    private static StaffPage.Maintenance board(StaffPage.Maintenance board, List<Part> parts) {
        return new StaffPage.Maintenance(
                board.staff(),
                board.minutesLeft(),
                new Readiness(parts),
                board.waiting(),
                board.printed(),
                board.offlineSince(),
                board.report(),
                board.doing(),
                board.content());
    }

    private static StaffPage.Maintenance withCells(StaffPage.Maintenance board, Part.Standing standing) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(Part.Own.CELLS, standing, Optional.of("CELL")));
        board.readiness().parts().stream().filter(part -> !part.is(Part.Own.CELLS)).forEach(parts::add);
        return board(board, parts);
    }

    void upkeep() {
        for (UpkeepPost.SignIn.Asks asks : UpkeepPost.SignIn.Asks.values()) {
            add("17-sign-in-" + asks.ordinal(), new StaffPage.StaffSignIn(asks, asks.ordinal(), Optional.empty()));
        }
        for (UpkeepPost.Flaw flaw : UpkeepPost.Flaw.values()) {
            add("17-sign-in-flaw-" + flaw.ordinal(), new StaffPage.StaffSignIn(UpkeepPost.SignIn.Asks.PIN, 0, Optional.of(flaw)));
        }
        add("17-staff-maintenance", board(true, UpkeepPost.Doing.NOTHING));
        add("17-staff-ready", board(false, UpkeepPost.Doing.EXAMINING));
        StaffPage.Maintenance well = board(false, UpkeepPost.Doing.NOTHING);
        for (ContentLine content : List.of(
                ContentLine.INSTALLED,
                well.content(),
                new ContentLine(1204, Optional.of(LocalDateTime.of(2026, 10, 12, 9, 0)), Optional.of(139L), Optional.empty()))) {
            add("17-staff-content-" + content.number(), new StaffPage.Maintenance(
                    well.staff(), well.minutesLeft(), new Readiness(well.readiness().parts().stream().filter(part -> part.standing() != Part.Standing.TO_DO && part.standing() != Part.Standing.UNKNOWN).toList()),
                    well.waiting(), well.printed(), well.offlineSince(), Optional.empty(), well.doing(), content));
        }
        for (ReportStanding.Way way : ReportStanding.Way.values()) {
            for (ReportStanding.Paper paper : ReportStanding.Paper.values()) {
                add(
                        "17-report-" + way.ordinal() + "-" + paper.ordinal(),
                        board(false, Optional.of(new ReportStanding(paper, way)), UpkeepPost.Doing.REPORTED));
            }
        }
        add("17-judge", new StaffPage.JudgeTestPage());
        List<UpkeepPost.Trial.From> both = List.of(UpkeepPost.Trial.From.values());
        for (UpkeepPost.Trial.From from : both) {
            for (UpkeepPost.Trial.Step step : UpkeepPost.Trial.Step.values()) {
                add(
                        "17-scan-" + from.ordinal() + "-" + step.ordinal(),
                        new StaffPage.TestScan(
                                step,
                                from,
                                step == UpkeepPost.Trial.Step.FAILED ? List.of(from) : both,
                                step == UpkeepPost.Trial.Step.SHOWN
                                        ? Optional.of(new Inspection(grey(620, 877), grey(900, 300)))
                                        : Optional.empty()));
            }
        }
        for (Guidance through : Guidance.values()) {
            for (int step = 0; step < through.steps(); step++) {
                add("17-led-" + through.ordinal() + "-" + step, new StaffPage.Led(through, step));
            }
        }
        cells();
        setAside();
        add("17-staff-cells", withCells(board(false, UpkeepPost.Doing.NOTHING), Part.Standing.ATTENTION));
        add("17-staff-cells-faults", withCells(smaller(board(true, UpkeepPost.Doing.NOTHING)), Part.Standing.ATTENTION));
        add("17-staff-cells-uncertain", withCells(board(false, UpkeepPost.Doing.NOTHING), Part.Standing.TO_DO));
        add("17-staff-ask", guides.home(), Optional.of(new Sheet.StaffAsk()));
    }

    private static Picture grey(int width, int height) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, 0xFFC8C8C8);
        return new Picture(width, height, argb);
    }

    private static StaffPage.Maintenance board(boolean faults, UpkeepPost.Doing doing) {
        return board(faults, Optional.empty(), doing);
    }

    private static StaffPage.Maintenance board(boolean faults, Optional<ReportStanding> report, UpkeepPost.Doing doing) {
        List<Part> parts = new ArrayList<>();
        for (DeviceKind kind : DeviceKind.values()) {
            DeviceState state =
                    switch (kind) {
                        case PRINTER ->
                            faults
                                    ? new DeviceState.NeedsHelp(new Fault(
                                            Fault.Kind.MEDIA, Fault.Remedy.REFILL, "PRINTER-MEDIA-EMPTY"))
                                    : DeviceState.ready();
                        case AUXILIARIES ->
                            faults ? new DeviceState.Unknown(java.time.Instant.EPOCH) : DeviceState.ready();
                        case RECEIPT_PRINTER -> new DeviceState.Ready(Set.of("RECEIPT-PAPER-LOW"));
                        default -> DeviceState.ready();
                    };
            List<Supply> supplies = kind == DeviceKind.PRINTER
                    ? List.of(new Supply("tray-1", Supply.Kind.SHEETS, new Supply.Level.Pieces(240)))
                    : List.of();
            parts.add(Part.of(kind.name(), kind, state, supplies, List.of(tray(state))));
        }
        for (Part.Own own : Part.Own.values()) {
            parts.add(Part.of(own, Part.Standing.READY, Optional.empty()));
        }
        return new StaffPage.Maintenance(
                "3302",
                14,
                new Readiness(parts),
                new Waiting(3, 1, 0, 0, 0),
                new Printed(613, faults ? 612 : 613, java.util.OptionalInt.of(6)),
                faults ? Optional.of(LocalDateTime.of(2026, 11, 20, 20, 38)) : Optional.empty(),
                report,
                doing,
                faults
                        ? new ContentLine(1204, Optional.of(LocalDateTime.of(2026, 10, 12, 9, 0)), Optional.of(39L), Optional.empty())
                        : new ContentLine(1205, Optional.of(LocalDateTime.of(2026, 11, 19, 9, 0)), Optional.empty(), Optional.of(1206L)));
    }
}
