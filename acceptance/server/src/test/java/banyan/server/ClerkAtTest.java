package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.acceptance.CaseStand;
import banyan.acceptance.CaseStand.Thing;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.casework.CaseView;
import banyan.server.casework.DeedOrder;
import banyan.server.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A clerk who does casework, as a test needs one. */
final class ClerkAtTest {
    private final StaffAtTest staff;

    private ClerkAtTest(StaffAtTest staff) {
        this.staff = staff;
    }

    static ClerkAtTest signedIn() {
        return new ClerkAtTest(StaffAtTest.signedIn(Role.CLERK));
    }

    static ClerkAtTest supervisor() {
        return new ClerkAtTest(StaffAtTest.signedIn(Role.SUPERVISOR));
    }

    String number() {
        return staff.number();
    }

    Heard get(String path) {
        return staff.get(path);
    }

    CaseView view(String number) {
        Heard heard = staff.get("/staff/api/cases/" + number);
        assertEquals(200, heard.status(), heard.text());
        return heard.as(CaseView.class);
    }

    Heard order(String number, DeedOrder order) {
        return staff.post("/staff/api/cases/" + number + "/deeds", order);
    }

    /** Does it at the version that is now. */
    Heard does(String number, String deed) {
        return order(number, plain(deed, view(number).version()));
    }

    /** The same, all of which must be done. */
    void doAll(String number, String... deeds) {
        for (String deed : deeds) {
            Heard heard = does(number, deed);
            assertEquals(200, heard.status(), deed + " " + heard.text());
        }
    }

    Heard decides(String number, String deed, String ground) {
        return order(
                number,
                new DeedOrder(
                        deed,
                        view(number).version(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("经审核"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of(ground)),
                        Optional.of(new TreeMap<>(java.util.Map.of("months", "12")))));
    }

    Heard asks(String number, int days, Optional<String> again, Thing... things) {
        return order(
                number,
                new DeedOrder(
                        "ASK",
                        view(number).version(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("证明看不清，请重新扫描"),
                        again,
                        Optional.of(List.of(things)),
                        Optional.of(days),
                        Optional.empty(),
                        Optional.empty()));
    }

    static DeedOrder plain(String deed, int version) {
        return new DeedOrder(
                deed,
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Thing proof() {
        return new Thing(CaseStand.Thing.Kind.MATERIAL, "proof", "第一页模糊");
    }

    static Thing phone() {
        return new Thing(CaseStand.Thing.Kind.FIELD, "phone", "号码打不通");
    }
}
