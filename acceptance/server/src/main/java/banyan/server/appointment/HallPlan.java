package banyan.server.appointment;

import banyan.server.wire.Json;
import banyan.server.wire.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The halls, what can be booked in them and by which rules, as {@code halls.json} says it. A centre without that file offers nothing.
 *
 * @param halls each under its code
 */
public record HallPlan(Rules rules, List<Hall> halls) {
    private static final int MOST = 200;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_DAYS = 366;

    public HallPlan {
        halls = List.copyOf(halls);
    }

    /** A centre in which nothing can be booked. */
    public static final HallPlan NONE = new HallPlan(new Rules(0, 0, 0, 1, 1, 0), List.of());

    /**
     * What holds for all.
     *
     * @param earlyMinutes so long before its time one may be checked in
     * @param lateMinutes so long after the beginning of its time; after that it is missed
     * @param headStartMinutes so much longer than others who checks in counts as having waited
     * @param missed whoever has missed so many …
     * @param withinDays … within so many days …
     * @param barredDays … books nothing for so many days after the last of them
     */
    public record Rules(
            int earlyMinutes, int lateMinutes, int headStartMinutes, int missed, int withinDays, int barredDays) {}

    /** One hall. */
    public record Hall(String hall, String chinese, String english, List<Queue> queues, List<Offering> offerings) {
        public Hall {
            queues = List.copyOf(queues);
            offerings = List.copyOf(offerings);
        }

        public Optional<Queue> queue(String code) {
            return queues.stream().filter(queue -> queue.queue().equals(code)).findFirst();
        }

        public Optional<Offering> offering(String item) {
            return offerings.stream().filter(offered -> offered.item().equals(item)).findFirst();
        }
    }

    /** A queue whose numbers begin with this letter. */
    public record Queue(String queue, String letter, String chinese, String english) {}

    /**
     * Times of an item.
     *
     * @param queue into which whoever has booked comes
     * @param daysAhead how far ahead it can be booked
     * @param minutes how long one takes
     * @param capacity how many at once
     * @param hours of every working day
     */
    public record Offering(String item, String queue, int daysAhead, int minutes, int capacity, List<Hours> hours) {
        public Offering {
            hours = List.copyOf(hours);
        }
    }

    /** From, and until before. */
    public record Hours(LocalTime from, LocalTime to) {}

    /** The hall of this code. */
    public Optional<Hall> hall(String code) {
        return halls.stream().filter(hall -> hall.hall().equals(code)).findFirst();
    }

    /** Reads the plan; an {@link IOException} names what is wrong in it. */
    public static HallPlan in(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        HallPlan plan = Json.read(Files.readAllBytes(file), HallPlan.class)
                .orElseThrow(() -> new IOException(file + " is no plan of halls"));
        List<String> mistakes = plan.mistakes();
        if (!mistakes.isEmpty()) {
            throw new IOException(file + ": " + String.join("; ", mistakes));
        }
        return plan;
    }

    private List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        boolean rulesHold = within(rules.earlyMinutes, 0, MOST_MINUTES)
                && within(rules.lateMinutes, 0, MOST_MINUTES)
                && within(rules.headStartMinutes, 0, MOST_MINUTES)
                && within(rules.missed, 1, MOST)
                && within(rules.withinDays, 1, MOST_DAYS)
                && within(rules.barredDays, 0, MOST_DAYS);
        if (!rulesHold) {
            mistakes.add("a rule is out of its bounds");
        }
        if (halls.size() > MOST || halls.stream().map(Hall::hall).distinct().count() < halls.size()) {
            mistakes.add("too many halls, or one twice");
        }
        halls.forEach(hall -> mistakes(hall, mistakes));
        return mistakes;
    }

    private static void mistakes(Hall hall, List<String> mistakes) {
        if (!Names.isCode(hall.hall())) {
            mistakes.add("a hall's code");
        }
        boolean queuesHold = hall.queues.size() <= MOST
                && hall.queues.stream().allMatch(queue -> Names.isCode(queue.queue()) && queue.letter().matches("[A-Z]"))
                && hall.queues.stream().map(Queue::queue).distinct().count() == hall.queues.size()
                && hall.queues.stream().map(Queue::letter).distinct().count() == hall.queues.size();
        if (!queuesHold) {
            mistakes.add("queues of " + hall.hall() + ": each has a code and a letter of its own");
        }
        if (hall.offerings.stream().map(Offering::item).distinct().count() < hall.offerings.size()) {
            mistakes.add("an item twice in " + hall.hall());
        }
        for (Offering offering : hall.offerings) {
            boolean holds = Names.isCode(offering.item())
                    && hall.queue(offering.queue()).isPresent()
                    && within(offering.daysAhead, 0, 60)
                    && within(offering.minutes, 5, MOST_MINUTES)
                    && within(offering.capacity, 1, 1000)
                    && within(offering.hours.size(), 1, 10)
                    && offering.hours.stream().allMatch(hours -> hours.from().isBefore(hours.to()));
            if (!holds) {
                mistakes.add("the offering of " + offering.item() + " in " + hall.hall());
            }
        }
    }

    private static boolean within(int value, int least, int most) {
        return value >= least && value <= most;
    }
}
