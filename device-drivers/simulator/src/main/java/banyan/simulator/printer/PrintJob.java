package banyan.simulator.printer;

import java.util.Optional;

/** A job inside the printer. Guarded by the {@link Press} that owns it. */
final class PrintJob {
    /** RFC 8011, section 5.3.7. */
    enum State {
        PENDING(3),
        HELD(4),
        PROCESSING(5),
        STOPPED(6),
        CANCELED(7),
        ABORTED(8),
        COMPLETED(9);

        final int code;

        State(int code) {
            this.code = code;
        }

        boolean ended() {
            return this == CANCELED || this == ABORTED || this == COMPLETED;
        }
    }

    /**
     * What was asked for.
     *
     * @param name as the client gave it; told to clients, never logged
     */
    record Ticket(String name, String user, int copies, boolean twoSided, String sides, String format, String tray) {
        @Override
        public String toString() {
            return "Ticket";
        }
    }

    final int id;
    final Ticket ticket;
    final int createdAt;
    State state;
    String reason;
    int processingAt;
    int endedAt;
    int documentBytes;
    int impressions;
    int impressionsOut;
    int sheets;
    int sheetsOut;
    boolean cancelAsked;
    Optional<PrintDocument> document = Optional.empty();

    PrintJob(int id, Ticket ticket, int createdAt) {
        this.id = id;
        this.ticket = ticket;
        this.createdAt = createdAt;
        this.state = State.HELD;
        this.reason = "job-data-insufficient";
    }

    void move(State to, String because) {
        state = to;
        reason = because;
    }

    /** The document is of no use any more, and is forgotten. */
    void end(State to, String because, int now) {
        move(to, because);
        endedAt = now;
        document.ifPresent(PrintDocument::close);
        document = Optional.empty();
    }
}
