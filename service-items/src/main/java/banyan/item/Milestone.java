package banyan.item;

/**
 * A stage after the request is received.
 *
 * @param when said with the receipt's values: {receipt.answerBy|date}前
 */
public record Milestone(String icon, LocalText title, Wording when) {}
