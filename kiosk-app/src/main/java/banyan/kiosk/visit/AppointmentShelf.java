package banyan.kiosk.visit;

import banyan.acceptance.Appointment;
import banyan.acceptance.Appointments;
import banyan.acceptance.Halls;
import banyan.acceptance.Ticket;
import banyan.item.Language;
import banyan.kiosk.visit.AppointmentPage.Appointment.Why;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice.Option;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice.Shown;
import banyan.kiosk.visit.AppointmentPage.Booking;
import banyan.kiosk.visit.AppointmentPage.Deed;
import banyan.kiosk.visit.AppointmentPage.Matter;
import banyan.kiosk.visit.AppointmentPlace.Appointing.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the centre has said about appointments to one citizen, and what he has chosen of it; in memory alone. */
final class AppointmentShelf {
    /** So many choices stand on a page. */
    static final int ON_A_PAGE = 6;

    private final Session session;
    private List<Halls.Hall> halls = List.of();
    private List<Appointment> mine = List.of();
    private List<Halls.Slot> slots = List.of();
    private Optional<What> what = Optional.empty();
    private Optional<LocalDate> day = Optional.empty();
    private Optional<Halls.Slot> slot = Optional.empty();
    private Optional<Appointment> standing = Optional.empty();
    private Optional<Ticket> ticket = Optional.empty();
    private Optional<Why> why = Optional.empty();
    private int page;

    /** An item in a hall. */
    private record What(String hall, String item) {}

    /** A time of an item in a hall. */
    record Chosen(String hall, String item, Instant starts) {}

    AppointmentShelf(Session session) {
        this.session = session;
    }

    void found(Halls now, Appointments arranged) {
        halls = now.halls();
        mine = arranged.appointments().stream()
                .filter(one -> one.state() == Appointment.State.BOOKED)
                .toList();
        page = 0;
    }

    void times(Halls now) {
        slots = now.halls().stream()
                .filter(hall -> what.filter(chosen -> chosen.hall().equals(hall.hall())).isPresent())
                .flatMap(hall -> hall.slots().stream())
                .filter(free -> free.left() > 0)
                .toList();
        page = 0;
    }

    void stands(Appointment now) {
        standing = Optional.of(now);
    }

    void numbered(Ticket now) {
        ticket = Optional.of(now);
    }

    void refused(Why reason) {
        why = Optional.of(reason);
    }

    boolean hasMine() {
        return !mine.isEmpty();
    }

    Optional<Appointment> standing() {
        return standing;
    }

    Optional<Ticket> ticket() {
        return ticket;
    }

    Optional<Why> why() {
        return why;
    }

    Optional<String> item() {
        return what.map(What::item);
    }

    Optional<Chosen> chosen() {
        return what.flatMap(one -> slot.map(free -> new Chosen(one.hall(), one.item(), free.starts())));
    }

    void turn(int by) {
        page = (int) Math.max(0, (long) page + by);
    }

    /** Takes the one of this value; whether there is one. */
    boolean pick(Phase of, String value) {
        boolean there = switch (of) {
            case MINE -> {
                standing = mine.stream().filter(one -> one.id().toString().equals(value)).findFirst();
                standing.ifPresent(one -> what = Optional.of(new What(one.hall(), one.item())));
                yield standing.isPresent();
            }
            case MATTER -> {
                what = matters().stream().filter(one -> value(one).equals(value)).findFirst();
                yield what.isPresent();
            }
            case DAY -> {
                day = days().stream().filter(one -> one.toString().equals(value)).findFirst();
                yield day.isPresent();
            }
            case TIME -> {
                slot = slots.stream().filter(one -> one.starts().toString().equals(value)).findFirst();
                yield slot.isPresent();
            }
            default -> false;
        };
        page = there ? 0 : page;
        return there;
    }

    /** What can be chosen at this step. */
    List<Option> options(Phase of) {
        return switch (of) {
            case MINE ->
                mine.stream()
                        .map(one -> new Option(
                                one.id().toString(),
                                new Shown.Mine(matter(new What(one.hall(), one.item())), local(one.starts()))))
                        .toList();
            case MATTER ->
                matters().stream().map(one -> new Option(value(one), new Shown.Of(matter(one)))).toList();
            case DAY ->
                days().stream().map(one -> new Option(one.toString(), new Shown.Day(one, left(one)))).toList();
            case TIME ->
                slots.stream()
                        .filter(one -> day.filter(local(one.starts()).toLocalDate()::equals).isPresent())
                        .map(one -> new Option(
                                one.starts().toString(),
                                new Shown.Time(local(one.starts()).toLocalTime(), ends(one.ends()), one.left())))
                        .toList();
            default -> List.of();
        };
    }

    /** The page that is shown of so many choices; the first is 0. */
    int page(int choices) {
        return Math.min(page, pages(choices) - 1);
    }

    static int pages(int choices) {
        return Math.max(1, Math.ceilDiv(choices, ON_A_PAGE));
    }

    Optional<Matter> matter() {
        return what.map(this::matter);
    }

    /** What is chosen and not yet so, or what the centre says that stands. */
    Optional<Booking> booking(Phase phase, Deed deed) {
        boolean asked = (deed == Deed.BOOK || deed == Deed.CHANGE) && phase != Phase.DONE && phase != Phase.STANDING;
        return asked
                ? what.flatMap(one -> slot.map(free ->
                        new Booking(matter(one), local(free.starts()), ends(free.ends()), "")))
                : standing.map(one -> new Booking(
                        matter(new What(one.hall(), one.item())), local(one.starts()), ends(one.ends()), one.code()));
    }

    private static String value(What one) {
        return one.hall() + "." + one.item();
    }

    /** What no page here has words for is not offered: a code says nothing to a citizen. */
    private List<What> matters() {
        List<What> all = new ArrayList<>();
        for (Halls.Hall hall : halls) {
            hall.items().stream()
                    .filter(item -> session.offer(item).isPresent())
                    .forEach(item -> all.add(new What(hall.hall(), item)));
        }
        return all;
    }

    private Matter matter(What one) {
        Language language = session.language();
        String title = session.offer(one.item())
                .map(offer -> offer.item().shortTitle().in(language))
                .orElse(one.item());
        String hall = halls.stream()
                .filter(there -> there.hall().equals(one.hall()))
                .findFirst()
                .map(there -> language == Language.EN ? there.english() : there.chinese())
                .orElse(one.hall());
        return new Matter(title, hall);
    }

    private List<LocalDate> days() {
        var all = new TreeSet<LocalDate>();
        slots.forEach(one -> all.add(local(one.starts()).toLocalDate()));
        return List.copyOf(all);
    }

    private int left(LocalDate of) {
        return slots.stream()
                .filter(one -> local(one.starts()).toLocalDate().equals(of))
                .mapToInt(Halls.Slot::left)
                .sum();
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, session.clock().zone());
    }

    private LocalTime ends(Instant at) {
        return local(at).toLocalTime();
    }

    void forget() {
        halls = List.of();
        mine = List.of();
        slots = List.of();
        what = Optional.empty();
        day = Optional.empty();
        slot = Optional.empty();
        standing = Optional.empty();
        ticket = Optional.empty();
        why = Optional.empty();
        page = 0;
    }
}
