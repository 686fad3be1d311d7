package banyan.server;

import banyan.server.casework.WorkCalendar;
import banyan.server.intake.ItemBook;
import banyan.server.intake.Papers;
import banyan.server.records.CentreRecords;
import banyan.server.staff.Audit;
import banyan.server.staff.Sessions;
import banyan.server.store.CentreSecret;
import banyan.server.store.Database;
import banyan.server.store.PaperStore;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Terminals;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jdbi.v3.core.Jdbi;

/**
 * What every part of the centre stands on. Each part takes what it needs of it and makes the rest itself.
 *
 * @param audit where every deed of staff is written, in the transaction of the deed
 * @param sessions who is signed in
 */
record Foundation(
        CentreSettings settings,
        Database database,
        CentreKey key,
        CentreSecret secret,
        Terminals terminals,
        ItemBook items,
        PaperStore paperStore,
        Papers papers,
        CentreRecords records,
        WorkCalendar calendar,
        Audit audit,
        Sessions sessions) {
    /** The use of the centre's secret under which the audit's rows are chained. */
    static final String AUDIT = "staff audit";

    static Foundation of(
            CentreSettings settings,
            Database database,
            CentreKey key,
            CentreSecret secret,
            Terminals terminals,
            ItemBook items,
            PaperStore paperStore,
            Papers papers,
            CentreRecords records,
            WorkCalendar calendar) {
        return new Foundation(
                settings,
                database,
                key,
                secret,
                terminals,
                items,
                paperStore,
                papers,
                records,
                calendar,
                new Audit(secret.forUse(AUDIT), settings.clock()),
                new Sessions(database.jdbi(), settings.clock()));
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    InstantSource clock() {
        return settings.clock();
    }

    ZoneId zone() {
        return settings.zone();
    }
}
