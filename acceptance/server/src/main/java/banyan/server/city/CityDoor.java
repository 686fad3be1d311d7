package banyan.server.city;

import banyan.server.casework.CaseState;
import banyan.server.register.RestMapping;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The platform's interface as data. A case is sent as a JSON object by POST; how it stands is asked by GET.
 *
 * @param url where cases are sent to; in clear only on this machine
 * @param statusUrl where one is asked about; <code>{number}</code> becomes the number that the platform gave
 * @param tokenFile a file beside the plan with a bearer token
 * @param deadlineMillis of a call
 * @param restSeconds how long the platform is left alone once half of the last calls have failed
 * @param askSeconds between two questions about one case
 * @param push what is sent, by the platform's names: {@code id}, {@code number}, {@code nationalNumber}, {@code item}, {@code receivedAt}, {@code applicant.name},
 *     {@code applicant.number}, {@code answer.FIELD}
 * @param number JSON pointer to the number it gives
 * @param status JSON pointer to how the case stands
 * @param words JSON pointer to what is said about that; of a decision these are the grounds
 * @param stages the platform's words and the state of the case that each means; a word that changes nothing is not among them
 * @param nothing words of the platform that change nothing
 * @param data what the document of a decision says besides, by our names, each with its JSON pointer
 */
public record CityDoor(
        String url,
        String statusUrl,
        Optional<String> tokenFile,
        int deadlineMillis,
        int restSeconds,
        int askSeconds,
        Map<String, String> push,
        String number,
        String status,
        String words,
        Map<String, CaseState> stages,
        Set<String> nothing,
        Map<String, String> data) {
    /** Where a platform can bring a case to. What a citizen is asked for goes through the centre's clerks, who name each thing. */
    static final Set<CaseState> REACHED = Set.of(
            CaseState.ACCEPTED,
            CaseState.NOT_ACCEPTED,
            CaseState.IN_REVIEW,
            CaseState.GRANTED,
            CaseState.REFUSED,
            CaseState.ISSUED);

    private static final String PLACE = "{number}";
    private static final String OURS = "id|number|nationalNumber|item|receivedAt|applicant\\.(name|number)|answer\\.[A-Za-z][A-Za-z0-9_-]{0,63}";

    public CityDoor {
        push = Map.copyOf(push);
        stages = Map.copyOf(stages);
        nothing = Set.copyOf(nothing);
        data = Map.copyOf(data);
    }

    /** What is wrong with it. */
    Optional<String> mistake() {
        if (!RestMapping.isAddress(url) || !statusUrl.contains(PLACE) || !RestMapping.isAddress(statusUrl.replace(PLACE, "1"))) {
            return Optional.of("url and statusUrl must be https://…, or http:// on this machine; statusUrl with {number}");
        }
        if (deadlineMillis < 100 || deadlineMillis > 60_000) {
            return Optional.of("deadlineMillis must be from 100 to 60000");
        }
        if (restSeconds < 1 || restSeconds > 3600 || askSeconds < 1 || askSeconds > 86_400) {
            return Optional.of("restSeconds must be from 1 to 3600 and askSeconds from 1 to 86400");
        }
        if (!Stream.concat(Stream.of(number, status, words), data.values().stream()).allMatch(at -> at.startsWith("/"))) {
            return Optional.of("number, status, words and data must be JSON pointers such as /data/number");
        }
        if (!push.containsValue("id") || !push.values().stream().allMatch(ours -> ours.matches(OURS))) {
            return Optional.of("push must say id, and may say number, nationalNumber, item, receivedAt, applicant.name, applicant.number, answer.FIELD");
        }
        return REACHED.containsAll(stages.values())
                ? Optional.empty()
                : Optional.of("stages can mean ACCEPTED, NOT_ACCEPTED, IN_REVIEW, GRANTED, REFUSED, ISSUED");
    }

    Duration deadline() {
        return Duration.ofMillis(deadlineMillis);
    }

    Duration rest() {
        return Duration.ofSeconds(restSeconds);
    }

    Duration between() {
        return Duration.ofSeconds(askSeconds);
    }
}
