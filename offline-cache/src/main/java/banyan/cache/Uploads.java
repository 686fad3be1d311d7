package banyan.cache;

import banyan.acceptance.Sha256;
import banyan.acceptance.Tus;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import okhttp3.HttpUrl;

/**
 * Brings a large paper to the centre in chunks, by tus 1.0.0, from where the centre has it: what a cut, a restart or a citizen who
 * waits interrupts goes on at the next chunk. Remembers nothing, for the centre does.
 */
final class Uploads {
    /** What a cut costs at most, and all that is held of a paper. */
    static final int CHUNK = 1 << 20;

    private static final Duration SMALL = Duration.ofSeconds(20);

    /** For a chunk on the slowest line that is still a line. */
    private static final Duration LARGE = Duration.ofSeconds(60);

    /** How often in one journey the centre may say that it stands elsewhere than we think before others get their turn. */
    private static final int SURPRISES = 3;

    private static final Map<String, String> SPOKEN = Map.of(Tus.RESUMABLE, Tus.VERSION);

    private final CentreClient client;

    Uploads(CentreClient client) {
        this.client = client;
    }

    /** Gives a part of the paper. */
    interface Part {
        void read(long from, byte[] clear, int length) throws IOException;
    }

    /** Where an upload is and how far it has come. */
    private record At(String address, long offset) {}

    /** What was learnt: something, or the reply that says why not. */
    private sealed interface Learnt<T> {
        record Known<T>(T value) implements Learnt<T> {}

        record Not<T>(Reply<CentreClient.Raw> why) implements Learnt<T> {}
    }

    /** Sends the paper, or what the centre lacks of it; empty where it was left off because {@code yield} said so. */
    Optional<Reply<CentreClient.Raw>> send(
            String submission, Sha256 hash, long size, Part part, BooleanSupplier yield) {
        byte[] chunk = new byte[(int) Math.min(CHUNK, size)];
        try {
            for (int surprises = 0; ; surprises++) {
                Optional<Reply<CentreClient.Raw>> end =
                        switch (begun(submission, hash, size)) {
                            case Learnt.Not<At>(var why) -> Optional.of(why);
                            case Learnt.Known<At>(var at) -> chunks(at, size, part, chunk, yield);
                        };
                if (surprises == SURPRISES || end.filter(Uploads::isSurprise).isEmpty()) {
                    return end;
                }
            }
        } finally {
            Arrays.fill(chunk, (byte) 0);
        }
    }

    /** Begins it, or finds it again, and asks how far it has come. */
    private Learnt<At> begun(String submission, Sha256 hash, long size) {
        String path = "%s/uploads?hash=%s&length=%d".formatted(submission, hash, size);
        Map<String, String> headers = Map.of(Tus.RESUMABLE, Tus.VERSION, Tus.LENGTH, Long.toString(size));
        return switch (client.call("POST", path, headers, CentreClient.Content.none(), SMALL)) {
            case Reply.Answered<CentreClient.Raw>(var raw) -> {
                Optional<String> address = address(submission, raw);
                yield address.isPresent() ? offset(address.get(), size) : new Learnt.Not<>(notUnderstood());
            }
            case Reply.Refused<CentreClient.Raw> no -> new Learnt.Not<>(no);
            case Reply.Unreachable<CentreClient.Raw> away -> new Learnt.Not<>(away);
        };
    }

    /** The path of the upload; one on another host is none, for a paper goes nowhere but to the centre. */
    private Optional<String> address(String submission, CentreClient.Raw raw) {
        String location = raw.headers().get("Location");
        HttpUrl centre = HttpUrl.get(client.centre().address());
        if (location == null || centre == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(centre.newBuilder()
                        .encodedPath(submission + "/uploads")
                        .build()
                        .resolve(location))
                .filter(url -> url.host().equals(centre.host()) && url.port() == centre.port())
                .map(HttpUrl::encodedPath);
    }

    private Learnt<At> offset(String address, long size) {
        return switch (client.call("HEAD", address, SPOKEN, CentreClient.Content.none(), SMALL)) {
            case Reply.Answered<CentreClient.Raw>(var raw) ->
                offset(raw, 0, size)
                        .<Learnt<At>>map(offset -> new Learnt.Known<>(new At(address, offset)))
                        .orElseGet(() -> new Learnt.Not<>(notUnderstood()));
            case Reply.Refused<CentreClient.Raw> no -> new Learnt.Not<>(no);
            case Reply.Unreachable<CentreClient.Raw> away -> new Learnt.Not<>(away);
        };
    }

    private Optional<Reply<CentreClient.Raw>> chunks(
            At begun, long size, Part part, byte[] chunk, BooleanSupplier yield) {
        At at = begun;
        while (at.offset() < size) {
            if (yield.getAsBoolean()) {
                return Optional.empty();
            }
            int length = (int) Math.min(chunk.length, size - at.offset());
            switch (chunk(at, length, part, chunk)) {
                case Reply.Answered<CentreClient.Raw>(var raw) -> {
                    Optional<Long> next = offset(raw, at.offset() + 1, at.offset() + length);
                    if (next.isEmpty()) {
                        return Optional.of(notUnderstood());
                    }
                    at = new At(at.address(), next.get());
                }
                case Reply.Refused<CentreClient.Raw> no -> {
                    return Optional.of(no);
                }
                case Reply.Unreachable<CentreClient.Raw> away -> {
                    return Optional.of(away);
                }
            }
        }
        return Optional.of(new Reply.Answered<>(new CentreClient.Raw(204, new byte[0], okhttp3.Headers.of())));
    }

    private Reply<CentreClient.Raw> chunk(At at, int length, Part part, byte[] chunk) {
        try {
            part.read(at.offset(), chunk, length);
        } catch (IOException damaged) {
            return new Reply.Unreachable<>(CentreClient.PAPER_DAMAGED);
        }
        Sha256 hash = hash(chunk, length);
        Map<String, String> headers = Map.of(
                Tus.RESUMABLE, Tus.VERSION,
                Tus.OFFSET, Long.toString(at.offset()),
                Tus.CHECKSUM, Tus.checksum(hash));
        CentreClient.Content content = CentreClient.Content.of(Tus.CHUNK, chunk, length, hash);
        return client.call("PATCH", at.address(), headers, content, LARGE);
    }

    private static Sha256 hash(byte[] chunk, int length) {
        java.security.MessageDigest digest = Sha256.digest();
        digest.update(chunk, 0, length);
        return Sha256.of(digest.digest(), 0);
    }

    /** How far the centre has come; it can be no less and no more. */
    private static Optional<Long> offset(CentreClient.Raw raw, long least, long most) {
        return Optional.ofNullable(raw.headers().get(Tus.OFFSET))
                .filter(said -> said.matches("[0-9]{1,12}"))
                .map(Long::parseLong)
                .filter(offset -> offset >= least && offset <= most);
    }

    /** The centre stands elsewhere than it said, or something on the way changed a chunk: asking it anew may be enough. */
    private static boolean isSurprise(Reply<CentreClient.Raw> reply) {
        return Verdicts.of(Verdicts.Sent.CHUNK, reply) == Verdict.ANEW;
    }

    private static Reply<CentreClient.Raw> notUnderstood() {
        return new Reply.Unreachable<>("ANSWER-NOT-UNDERSTOOD");
    }
}
