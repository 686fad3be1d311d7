package banyan.device;

import java.util.Optional;

/**
 * What a device says it is, in its own words. A part its protocol has no word for is empty; none is ever guessed.
 *
 * @param maker who made it
 * @param model its maker's name for this kind
 * @param serialNumber the number of this very piece: counters that belong to it change hands when it is replaced
 * @param firmware the version of the program in it
 */
public record Nameplate(
        Optional<String> maker, Optional<String> model, Optional<String> serialNumber, Optional<String> firmware) {
    /** Of a device that says nothing about itself. */
    public static final Nameplate BLANK =
            new Nameplate(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
