package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DevicePart;
import banyan.device.DevicePart.Standing;
import banyan.device.DeviceState;
import banyan.device.Fault;
import java.util.List;

/** A state as a listener was told it, and the parts as they were said to stand at that moment: the one must bear out the other. */
record PartsTold(DeviceState state, List<DevicePart> parts) {
    /** C12: a required part that is of no use makes the device so, for its own reason; an optional one is warned of. */
    void assertAgree() {
        List<String> names = names(parts);
        assertEquals(names.stream().distinct().toList(), names);
        parts.stream().flatMap(DevicePart::fault).forEach(Sentences::assertFor);
        List<DevicePart> broken =
                parts.stream().filter(part -> part.standing() instanceof Standing.Broken).toList();
        List<Fault> required = broken.stream()
                .filter(DevicePart::required)
                .flatMap(DevicePart::fault)
                .toList();
        switch (state) {
            case DeviceState.Ready(var warnings) -> {
                assertTrue(
                        parts.stream().filter(DevicePart::required).allMatch(DevicePart::mayBeUsed),
                        () -> "ready with " + parts);
                assertFalse(!broken.isEmpty() && warnings.isEmpty(), () -> "no warning of " + broken);
            }
            case DeviceState.NeedsHelp(var fault) ->
                assertTrue(required.isEmpty() || required.contains(fault), () -> fault + " is not of " + broken);
            // A command is on its way: the parts are as they were before it.
            case DeviceState.Busy _ -> {}
            case DeviceState.Absent _, DeviceState.Opening _, DeviceState.Unknown _, DeviceState.Closed _ ->
                assertUnknown(parts);
        }
    }

    static List<String> names(List<DevicePart> parts) {
        return parts.stream().map(DevicePart::name).toList();
    }

    /** Nothing is known of the parts of a device that says nothing. */
    static void assertUnknown(List<DevicePart> parts) {
        assertTrue(parts.stream().allMatch(part -> part.standing() instanceof Standing.Unknown), parts::toString);
    }
}
