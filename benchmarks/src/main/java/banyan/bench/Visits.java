package banyan.bench;

import banyan.walk.Terminal;
import banyan.walk.World;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody who goes through visits at a terminal, as a journey does, but without looking back. */
final class Visits {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 20;

    /** Until the next one steps up to the machine. */
    private static final long BETWEEN_VISITORS_MILLIS = 3000;

    /** Nobody sees a page and touches it sooner. */
    private static final long LOOK_MILLIS = 300;

    private final World world;
    private final Terminal terminal;
    private final long lookMillis;

    private Visits(World world, Terminal terminal, long lookMillis, double secondsPerPage) throws IOException {
        this.world = world;
        this.terminal = terminal;
        this.lookMillis = lookMillis;
        world.device("printer", "speed", Map.of("secondsPerPage", secondsPerPage));
    }

    /**
     * Somebody who looks at each page before touching it. The printer is as fast as the fastest of its kind: a sheet that came out in
     * no time would be made on the screen's own cores at the very moment at which the page turns.
     */
    static Visits attentive(World world, Terminal terminal) throws IOException {
        return new Visits(world, terminal, LOOK_MILLIS, 0.5);
    }

    /** Somebody who knows it all by heart. */
    static Visits hurried(World world, Terminal terminal) throws IOException {
        return new Visits(world, terminal, 0, 0.01);
    }

    /** From nobody, or from the end of the last visit, to the home page. */
    void identify() throws IOException, InterruptedException {
        if (terminal.page().equals("Ended")) {
            tap("primary");
            until("Attract");
        }
        Thread.sleep(BETWEEN_VISITORS_MILLIS);
        tap("primary");
        until("Identify");
        tap("primary");
        world.device("id-card-reader", "put", Map.of("card", "zhang-sanfeng"));
        until("Home");
        world.device("id-card-reader", "lift", Map.of());
    }

    /** A certificate: asked for, printed and taken. */
    void queryAndPrint() throws IOException, InterruptedException {
        world.device("printer", "load", Map.of());
        tap("item-social-insurance-certificate");
        until("Result");
        tap("primary");
        until("Printing");
        untilSaid("我已取走");
        tap("primary");
    }

    /** Looks into sections, an item's guide and its form, and comes back. */
    void lookAround() throws IOException, InterruptedException {
        for (String section : new String[] {"section-query", "section-declaration"}) {
            tap(section);
            until("Items");
            tap("back");
            until("Home");
        }
        tap("item-flexible-employment-subsidy");
        until("Guide");
        tap("primary");
        until("Form");
        tap("back");
        until("Guide");
        tap("back");
        until("Home");
    }

    /** Ends the visit, also where a form that was begun would be lost; everything is wiped when this returns. */
    void leave() throws IOException, InterruptedException {
        tap("end");
        until("Ended", () -> terminal.page().equals("Ended") || terminal.page().endsWith("+ConfirmEnd"));
        if (!terminal.page().equals("Ended")) {
            tap("end-for-sure");
            until("Ended");
        }
    }

    private void tap(String target) throws IOException, InterruptedException {
        Thread.sleep(lookMillis);
        JsonNode answer = terminal.order("tap", Map.of("target", target));
        if (!answer.path("ok").asBoolean(false)) {
            throw new IOException("%s: %s, on page %s"
                    .formatted(
                            target,
                            answer.path("why").asString(""),
                            terminal.see().page()));
        }
    }

    private void until(String page) throws IOException, InterruptedException {
        until(page, () -> terminal.page().equals(page));
    }

    private void untilSaid(String text) throws IOException, InterruptedException {
        until(text, () -> terminal.see().texts().stream().anyMatch(one -> one.contains(text)));
    }

    /** What is waited for. */
    private interface Sight {
        boolean there() throws IOException;
    }

    private void until(String what, Sight sight) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!sight.there()) {
            if (System.nanoTime() > end) {
                throw new IOException("%s never came; the page is %s".formatted(what, terminal.page()));
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }
}
