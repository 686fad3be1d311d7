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

    private final World world;
    private final Terminal terminal;

    Visits(World world, Terminal terminal) throws IOException {
        this.world = world;
        this.terminal = terminal;
        world.device("printer", "speed", Map.of("secondsPerPage", 0.01));
    }

    /** From nobody, or from the end of the last visit, to the home page. */
    void identify() throws IOException, InterruptedException {
        if (terminal.see().page().equals("Ended")) {
            tap("primary");
            until("Attract");
        }
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
        until("Ended", seen -> seen.page().equals("Ended") || seen.page().endsWith("+ConfirmEnd"));
        if (!terminal.see().page().equals("Ended")) {
            tap("end-for-sure");
            until("Ended");
        }
    }

    private void tap(String target) throws IOException {
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
        until(page, seen -> seen.page().equals(page));
    }

    private void untilSaid(String text) throws IOException, InterruptedException {
        until(text, seen -> seen.texts().stream().anyMatch(one -> one.contains(text)));
    }

    /** What is waited for. */
    private interface Sight {
        boolean is(Terminal.Seen seen);
    }

    private void until(String what, Sight sight) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Terminal.Seen seen = terminal.see();
        while (!sight.is(seen)) {
            if (System.nanoTime() > end) {
                throw new IOException("%s never came; the page is %s".formatted(what, seen.page()));
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
            seen = terminal.see();
        }
    }
}
