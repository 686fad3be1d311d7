package banyan.item;

import java.util.Optional;

/**
 * A stage after the request is received.
 *
 * @param stage the centre's fixed name of it, such as {@code received}: said to have happened only when the centre says that name;
 *     without one nobody can tell yet
 * @param when said with the receipt's values: {receipt.answerBy|date}前
 */
public record Milestone(Optional<String> stage, String icon, LocalText title, Wording when) {}
