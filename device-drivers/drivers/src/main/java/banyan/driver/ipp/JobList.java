package banyan.driver.ipp;

import banyan.device.Outcome;
import banyan.device.Turn;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The jobs that a printer, or a queue, lists under a name: open ones, and ended ones as long as it keeps them. */
final class JobList {
    /** How far back a job is looked for. */
    private static final int MOST_JOBS = 200;

    private JobList() {}

    /** Those of exactly this name, each once. */
    static Outcome<List<AttributeGroup>> named(Ipp ipp, Turn turn, String name, Duration atMost) {
        // In this order: a job that ends in between is in the second list at the latest.
        return jobs(ipp, turn, "not-completed", atMost)
                .then(open -> jobs(ipp, turn, "completed", atMost).map(ended -> {
                    var byId = new TreeMap<Integer, AttributeGroup>();
                    Stream.concat(open.stream(), ended.stream())
                            .filter(job -> name.equals(job.getString(Types.jobName)))
                            .forEach(job ->
                                    Optional.ofNullable(job.getValue(Types.jobId)).ifPresent(id -> byId.put(id, job)));
                    return List.copyOf(byId.values());
                }));
    }

    private static Outcome<List<AttributeGroup>> jobs(Ipp ipp, Turn turn, String which, Duration atMost) {
        var wanted = List.of(
                Types.jobId.getName(),
                Types.jobName.getName(),
                Types.jobState.getName(),
                Types.jobImpressionsCompleted.getName(),
                Types.jobMediaSheetsCompleted.getName());
        var request = ipp.request(
                Operation.getJobs,
                Types.limit.of(MOST_JOBS),
                Types.requestedAttributes.of(wanted),
                Types.whichJobs.of(which));
        return ipp.ask(turn, request, atMost).then(Ipp::succeeded).map(answer -> answer.getAttributeGroups().stream()
                .filter(group -> group.getTag().equals(Tag.jobAttributes))
                .toList());
    }

    /** The state a job is in; empty where it does not say. */
    static Optional<Progress.JobState> state(AttributeGroup job) {
        JobState state = job.getValue(Types.jobState);
        return state == null ? Optional.empty() : Optional.of(Progress.JobState.of(state.getCode()));
    }

    /** Impressions are sides; where sides are not counted, sheets say the same of a job on one side. */
    static Optional<Integer> pagesOut(AttributeGroup job, boolean oneSided) {
        Integer sides = job.getValue(Types.jobImpressionsCompleted);
        Integer sheets = oneSided ? job.getValue(Types.jobMediaSheetsCompleted) : null;
        return Optional.ofNullable(sides).or(() -> Optional.ofNullable(sheets));
    }
}
