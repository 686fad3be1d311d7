package banyan.server.casework;

import banyan.acceptance.CaseStand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A case as its clerk sees it. Personal data: {@link #toString} gives none of it.
 *
 * @param version to be named with the next deed
 * @param confirmedAt when the citizen confirmed, by the terminal's clock
 * @param answers of the form, those that were answered again with their new values
 * @param materials what the item asks for, and what there is of it
 * @param asked everything that was asked, the newest last
 * @param grounds of which a decision names some, by code
 * @param fields titles by code, for asking again
 * @param deeds what can be done now
 */
public record CaseView(
        String number,
        String item,
        String itemVersion,
        String title,
        String department,
        CaseState state,
        int version,
        Optional<String> clerk,
        Instant receivedAt,
        Instant confirmedAt,
        String terminal,
        Applicant applicant,
        CaseStand.Promise promise,
        boolean overdue,
        List<Answered> answers,
        List<Material> materials,
        List<CaseStand.Asked> asked,
        List<CaseEvent> events,
        Optional<CaseStand.Decision> decision,
        Map<String, String> grounds,
        Map<String, String> fields,
        List<String> deeds) {
    /** Who applies. */
    public record Applicant(String name, String number, String identification) {
        @Override
        public String toString() {
            return "Applicant[" + identification + "]";
        }
    }

    /**
     * One answer.
     *
     * @param shown as the form shows it: a choice in words
     * @param source where it came from
     * @param before what was answered first, where it was answered again
     */
    public record Answered(
            String code, String title, String value, String shown, String source, Optional<String> before) {
        @Override
        public String toString() {
            return "Answered[" + code + "]";
        }
    }

    /**
     * A material.
     *
     * @param trust A from the one who issues it, B compared with its original, C as the citizen has copied it, D the citizen's own
     *     word (国办函〔2016〕108号); empty where nothing is there that could be trusted
     * @param pages by page, those of supplements behind those of the submission
     */
    public record Material(String code, String title, Optional<Trust> trust, List<Page> pages) {}

    /** How far a material is to be believed. */
    public enum Trust {
        A,
        B,
        C,
        D
    }

    /**
     * A page.
     *
     * @param supplement in which it came; empty for the submission's own
     */
    public record Page(int page, String mediaType, long size, String hash, Optional<UUID> supplement) {}

    @Override
    public String toString() {
        return "CaseView[" + state + "]";
    }
}
