package banyan.kiosk.log;

import java.util.Locale;
import java.util.stream.Collectors;

/** The list of events as a page of documentation, made from {@link EventKind}. */
public final class EventList {
    private EventList() {}

    /** The page, in Markdown. */
    public static String page() {
        StringBuilder page = new StringBuilder("""
                # Events

                What the terminal tells staff and fleet, in `events.jsonl`. Every value is a fixed identifier or a number; nothing of a
                citizen can stand here. Made from `EventKind`; a test keeps it so.

                | event | meaning | says |
                |---|---|---|
                """);
        for (EventKind kind : EventKind.values()) {
            String keys = kind.keys().stream()
                    .sorted()
                    .map(key -> "`" + key.name().toLowerCase(Locale.ROOT) + "`")
                    .collect(Collectors.joining(" "));
            page.append("| `%s` | %s | %s |%n".formatted(kind, kind.meaning(), keys));
        }
        return page.toString();
    }

    /** Prints the page, to be put into {@code docs/events.md}. */
    public static void main(String[] arguments) {
        System.out.print(page());
    }
}
