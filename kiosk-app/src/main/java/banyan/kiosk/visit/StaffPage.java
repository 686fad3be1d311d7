package banyan.kiosk.visit;

import banyan.cache.Journal;
import banyan.kiosk.filing.page.Inspection;
import banyan.kiosk.release.ContentLine;
import banyan.kiosk.upkeep.Guidance;
import banyan.kiosk.upkeep.Printed;
import banyan.kiosk.upkeep.Readiness;
import banyan.kiosk.upkeep.ReportStanding;
import banyan.kiosk.upkeep.Waiting;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The pages of the terminal's staff. From these no way leads home. */
public sealed interface StaffPage extends Page {
    /**
     * Who wants into the staff mode?
     *
     * @param digits how many of the PIN are there
     */
    record StaffSignIn(UpkeepPost.SignIn.Asks asks, int digits, Optional<UpkeepPost.Flaw> flaw) implements StaffPage {}

    /**
     * How the terminal stands, for its staff. Nothing of any citizen is on it.
     *
     * @param staff the number of whoever is here
     * @param minutesLeft until it closes by itself
     * @param content which release is shown
     * @param report what has become of the report that was made last
     */
    record Maintenance(
            String staff,
            int minutesLeft,
            Readiness readiness,
            Waiting waiting,
            Printed printed,
            Optional<LocalDateTime> offlineSince,
            Optional<ReportStanding> report,
            UpkeepPost.Doing doing,
            ContentLine content)
            implements StaffPage {}

    /** The test page is out; a person says whether it is good. */
    record JudgeTestPage() implements StaffPage {}

    /**
     * The test page taken by camera or scanner; a person judges its picture. Never a citizen's paper: the page says so.
     *
     * @param from what takes it, or took it
     * @param there what this terminal has to take it
     * @param seen while it is shown
     */
    record TestScan(
            UpkeepPost.Trial.Step step,
            UpkeepPost.Trial.From from,
            List<UpkeepPost.Trial.From> there,
            Optional<Inspection> seen)
            implements StaffPage {}

    /** One step of what an untrained helper is led through. */
    record Led(Guidance through, int step) implements StaffPage {}

    /**
     * What the centre would not take, or what is damaged here: kinds, numbers and days, and nothing of whose it is.
     *
     * @param rows oldest first
     */
    record SetAside(List<Row> rows, UpkeepPost.SetAside.Phase phase) implements StaffPage {
        /** An entry, and the day on which it was kept. */
        public record Row(Journal.Stuck entry, LocalDate day) {}
    }

    /**
     * The cells of the cabinet, for whoever empties them: numbers and times, and nothing of whose papers they are.
     *
     * @param cells that are not free, the one that has waited longest first
     * @param cell the one at hand; 0 in the list
     */
    record Cells(List<Row> cells, int cell, UpkeepPost.Cells.Phase phase, boolean failed) implements StaffPage {
        /** A cell; {@code uncertain}: whether anything lies in it nobody has confirmed. */
        public record Row(int cell, LocalDateTime since, boolean uncertain) {}
    }
}
