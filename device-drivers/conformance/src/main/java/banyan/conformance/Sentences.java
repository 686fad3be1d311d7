package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.FaultRow.Advice;
import banyan.device.FaultTable;

/** That what a device tells can be said to people: each fault and warning has its row in the table, of the same kind and remedy. */
final class Sentences {
    private static final FaultTable TABLE = FaultTable.installed();

    private Sentences() {}

    static void assertFor(DeviceState state) {
        switch (state) {
            case DeviceState.Absent(var fault) -> assertFor(fault);
            case DeviceState.NeedsHelp(var fault) -> assertFor(fault);
            case DeviceState.Ready(var warnings) ->
                warnings.forEach(code -> assertTrue(
                        TABLE.warning(code).isPresent(),
                        () -> "the warning %s has no row in %s".formatted(code, FaultTable.RESOURCE)));
            case DeviceState.Unknown(_, var why) -> why.ifPresent(Sentences::assertFor);
            case DeviceState.Opening _, DeviceState.Busy _, DeviceState.Closed _ -> {}
        }
    }

    static void assertFor(Fault fault) {
        var row = TABLE.fault(fault.code());
        assertTrue(row.isPresent(), () -> "%s has no row in %s".formatted(fault, FaultTable.RESOURCE));
        Advice advice = row.flatMap(found -> found.advice()).orElseThrow();
        assertEquals(advice.kind(), fault.kind(), () -> fault.code() + " is of another kind in the table");
        assertEquals(advice.remedy(), fault.remedy(), () -> fault.code() + " has another remedy in the table");
    }
}
