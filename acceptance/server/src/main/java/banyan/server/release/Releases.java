package banyan.server.release;

import banyan.acceptance.Refusal;
import banyan.acceptance.Release;
import banyan.acceptance.Release.Kind;
import banyan.acceptance.ReleaseReport;
import banyan.acceptance.Sha256;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Gives terminals the newest release and its files, and hears what became of it. What is signed is for the terminals to judge. */
public final class Releases {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,9})-([0-9]{0,9})");

    private final ReleaseFolder folder;
    private final Jdbi rows;
    private final InstantSource clock;

    public Releases(ReleaseFolder folder, Jdbi rows, InstantSource clock) {
        this.folder = folder;
        this.rows = rows;
        this.clock = clock;
    }

    /** {@code GET /releases/newest?after=N&has=M}: what is newer than N, as a delta where it is built on M. */
    public Reply newest(Call call) throws IOException {
        OptionalLong after = number(call.said("after").orElse("0"));
        OptionalLong has = number(call.said("has").orElse("0"));
        if (after.isEmpty() || has.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        OptionalLong newest = folder.newest();
        if (newest.isEmpty() || newest.getAsLong() <= after.getAsLong()) {
            return Reply.done();
        }
        long number = newest.getAsLong();
        Optional<Release> delta =
                folder.manifest(number, Kind.DELTA).filter(one -> one.base() == has.getAsLong());
        return delta.or(() -> full(number))
                .map(release -> Reply.json(200, release))
                .orElseGet(() -> Reply.refused(Refusal.CENTRE_FAULT));
    }

    private Optional<Release> full(long number) {
        try {
            return folder.manifest(number, Kind.FULL);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** {@code GET /release-files/{hash}}, whole or a range of it. */
    public Reply file(Call call) throws IOException {
        Optional<Sha256> hash = Names.hash(call.named("hash"));
        Optional<byte[]> bytes = hash.isEmpty() ? Optional.empty() : folder.file(hash.get());
        return bytes.map(all -> part(all, call.said("Range").orElse("")))
                .orElseGet(() -> Reply.refused(Refusal.ROUTE_UNKNOWN));
    }

    /** A range that is not understood is none, as HTTP has it. */
    private static Reply part(byte[] all, String range) {
        Matcher asked = RANGE.matcher(range);
        if (!asked.matches()) {
            return new Reply(200, "application/octet-stream", all).with(Map.of("Accept-Ranges", "bytes"));
        }
        int from = Integer.parseInt(asked.group(1));
        int last = asked.group(2).isEmpty() ? all.length - 1 : Math.min(Integer.parseInt(asked.group(2)), all.length - 1);
        if (from > last) {
            return new Reply(416, "", new byte[0]).with(Map.of("Content-Range", "bytes */" + all.length));
        }
        return new Reply(206, "application/octet-stream", Arrays.copyOfRange(all, from, last + 1))
                .with(Map.of("Content-Range", "bytes " + from + "-" + last + "/" + all.length));
    }

    /** {@code PUT /releases/{number}/standing}: the terminal's latest word about it stands. */
    public Reply standing(Call call) {
        OptionalLong number = number(call.named("number"));
        Optional<ReleaseReport> said = Json.read(call.body(), ReleaseReport.class)
                .filter(report -> report.fault().isEmpty() || Names.isEvent(report.fault().get()));
        if (number.isEmpty() || said.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        rows.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO release_standing (terminal, number, standing, fault, said_at, arrived_at)
                        VALUES (:terminal, :number, :standing, :fault, :said, :arrived)
                        ON CONFLICT (terminal, number) DO UPDATE
                        SET standing = :standing, fault = :fault, said_at = :said, arrived_at = :arrived
                        WHERE release_standing.said_at <= :said
                        """)
                .bind("terminal", call.terminal())
                .bind("number", number.getAsLong())
                .bind("standing", said.get().standing().name())
                .bind("fault", said.get().fault().orElse(null))
                .bind("said", said.get().at().truncatedTo(ChronoUnit.MILLIS))
                .bind("arrived", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .execute());
        return Reply.done();
    }

    private static OptionalLong number(String text) {
        return text.matches("[0-9]{1,16}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
