package banyan.kiosk.deposit;

import banyan.acceptance.Deposit;
import banyan.acceptance.DepositTaken;
import banyan.acceptance.SubmissionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cell as a line of the book: number, deposit, request, materials, seconds since 1970, how it stands, whether it is owed, and
 * what staff found, by whom and when.
 */
final class CellLine {
    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern FORM = Pattern.compile(
            "([1-9][0-9]{0,2}) (%1$s) (%1$s) ([0-9A-Za-z,]+) ([0-9]{1,12}) (OPENING|DEPOSITED|EMPTY|UNCERTAIN) (OWED|TOLD)"
                            .formatted(UUID_FORM)
                    + "(?: (FOUND|NOTHING) ([0-9A-Za-z-]{1,32}) ([0-9]{1,12}))?");
    private static final String OPENING = "OPENING";

    private CellLine() {}

    static String text(Cell cell) {
        String line = "%d %s %s %s %d %s %s"
                .formatted(
                        cell.number(),
                        cell.deposit(),
                        cell.about(),
                        String.join(",", cell.materials()),
                        cell.since().getEpochSecond(),
                        cell.how().map(Enum::name).orElse(OPENING),
                        cell.owed() ? "OWED" : "TOLD");
        return cell.taken()
                .map(by -> "%s %s %s %d"
                        .formatted(
                                line, by.found() ? "FOUND" : "NOTHING", by.staff(), by.at().getEpochSecond()))
                .orElse(line);
    }

    static Optional<Cell> parse(String line) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Cell(
                Integer.parseInt(form.group(1)),
                UUID.fromString(form.group(2)),
                new SubmissionId(UUID.fromString(form.group(3))),
                List.of(form.group(4).split(",", -1)),
                Instant.ofEpochSecond(Long.parseLong(form.group(5))),
                form.group(6).equals(OPENING) ? Optional.empty() : Optional.of(Deposit.How.valueOf(form.group(6))),
                form.group(7).equals("OWED"),
                form.group(8) == null
                        ? Optional.empty()
                        : Optional.of(new DepositTaken(
                                form.group(8).equals("FOUND"),
                                form.group(9),
                                Instant.ofEpochSecond(Long.parseLong(form.group(10)))))));
    }
}
