package banyan.device;

/**
 * What is said of a device, in the order in which a clerk would say it. Each part is a sentence that can be read aloud.
 *
 * @param what what happened
 * @param then what to do next
 */
public record Told(String what, String then) {
    Told with(String device) {
        return new Told(what.replace("{device}", device), then.replace("{device}", device));
    }
}
