package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.IdCard;
import banyan.device.IdCardReader;
import banyan.device.Outcome;
import java.time.LocalDate;
import java.util.Optional;

/** A reader on which a card lies or not; how often it was read is counted. */
final class FakeReader extends FakeDevice implements IdCardReader {
    static final IdCard ZHANG = card("张三丰", "350102197503071231");
    static final IdCard LI = card("李四", "110101199003071233");

    private Optional<Outcome<IdCard>> lying = Optional.empty();
    private boolean found;
    int reads;
    int resets;
    /** As a module does: after a reset it finds the card that still lies there. */
    boolean findsAgain;

    static IdCard card(String name, String number) {
        return new IdCard(
                IdCard.Type.RESIDENT,
                name,
                "",
                "1",
                "01",
                "",
                LocalDate.of(
                        Integer.parseInt(number.substring(6, 10)),
                        Integer.parseInt(number.substring(10, 12)),
                        Integer.parseInt(number.substring(12, 14))),
                "福州市鼓楼区样张路 1 号",
                Optional.empty(),
                number,
                "",
                "样张公安局",
                LocalDate.of(2019, 5, 20),
                Optional.of(LocalDate.of(2039, 5, 20)),
                new byte[0]);
    }

    void put(IdCard card) {
        put(Outcome.done(card));
    }

    /** Puts a card whose reading comes to this. */
    void put(Outcome<IdCard> reading) {
        lying = Optional.of(reading);
        found = true;
    }

    void lift() {
        lying = Optional.empty();
        found = false;
    }

    @Override
    public String id() {
        return "id-card-reader";
    }

    @Override
    public Outcome<Boolean> awaitCard(Deadline deadline) {
        return Outcome.done(found);
    }

    @Override
    public Outcome<IdCard> read(Deadline deadline) {
        reads++;
        found = false;
        return lying.orElse(Outcome.failed(new Fault(Fault.Kind.MEDIA, Fault.Remedy.ASK_CITIZEN, "ID-CARD-ABSENT")));
    }

    @Override
    public Outcome<DeviceState> reset(Deadline deadline) {
        resets++;
        found = findsAgain && lying.isPresent();
        return Outcome.done(DeviceState.ready());
    }
}
