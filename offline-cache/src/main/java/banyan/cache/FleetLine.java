package banyan.cache;

import banyan.acceptance.DirectiveAnswer;
import banyan.acceptance.HeartbeatAnswer;
import banyan.acceptance.LogLines;
import banyan.acceptance.TerminalHeartbeat;
import java.time.Duration;
import java.util.UUID;

/** The way on which this terminal says how it stands and hears what it is to do. Nothing of it is kept: the next word says it all. */
public final class FleetLine {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CentreClient client;

    public FleetLine(CentreClient client) {
        this.client = client;
    }

    /** Says it. */
    public Reply<HeartbeatAnswer> beat(TerminalHeartbeat said) {
        return CentreClient.typed(
                client.call("PUT", "/api/v1/heartbeat", CentreClient.Content.json(Wire.write(said)), PATIENCE), HeartbeatAnswer.class);
    }

    /** Sends the log that this directive has asked for; whether the centre has it. */
    public boolean log(UUID directive, LogLines lines) {
        String path = "/api/v1/directives/" + directive + "/log";
        return client.call("PUT", path, CentreClient.Content.json(Wire.write(lines)), PATIENCE) instanceof Reply.Answered;
    }

    /** Says what became of a directive; whether the centre has heard. */
    public boolean answer(UUID directive, DirectiveAnswer said) {
        String path = "/api/v1/directives/" + directive + "/answer";
        return client.call("PUT", path, CentreClient.Content.json(Wire.write(said)), PATIENCE) instanceof Reply.Answered;
    }
}
