package banyan.item;

import java.util.Optional;

/**
 * A paper the item asks for.
 *
 * @param hint what counts as this paper: 网店页面或证明信
 * @param insteadSign code of the commitment letter that may be signed in its place
 * @param inCabinet its original may be left in the terminal's cabinet instead of being scanned
 */
public record Material(
        String code,
        LocalText title,
        LocalText hint,
        String icon,
        Source source,
        Optional<String> insteadSign,
        boolean inCabinet) {

    /** How it comes into the case. */
    public sealed interface Source {}

    /** The card that was read at the beginning. */
    public record IdCard() implements Source {}

    /**
     * Something the centre holds, such as an electronic licence.
     *
     * @param fact key of the fact that proves it
     * @param otherwise what is asked for when the centre has answered that it holds none
     */
    public record Held(String fact, Otherwise otherwise) implements Source {}

    /** Scanned at the terminal, {@code fewest} to {@code most} pages. */
    public record Scan(int fewest, int most) implements Source {}

    /** What is done about a paper that the centre does not hold, or could not be asked about. */
    public sealed interface Otherwise {}

    /** The department looks for it; the citizen does nothing. */
    public record DepartmentLooks() implements Otherwise {}

    public record ScanIt(int fewest, int most) implements Otherwise {}
}
