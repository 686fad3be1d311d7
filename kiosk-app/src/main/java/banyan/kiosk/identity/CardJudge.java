package banyan.kiosk.identity;

import banyan.device.Fault;
import banyan.device.IdCard;
import banyan.device.IdNumber;
import banyan.device.Outcome;
import banyan.item.Applicant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Judges what a reader has read; pure. */
public final class CardJudge {
    private CardJudge() {}

    /** Whether this outcome of a reading holds good on this day. */
    public static CardReading judge(Outcome<IdCard> read, LocalDate today) {
        return switch (read) {
            case Outcome.Failed<IdCard>(Fault fault) -> new CardReading.Flawed(flaw(fault));
            case Outcome.Done<IdCard>(IdCard card) -> judge(card, today);
        };
    }

    private static CardReading judge(IdCard card, LocalDate today) {
        if (!numberHolds(card)) {
            return new CardReading.Flawed(CardFlaw.CHECK_DIGIT);
        }
        if (card.name().isBlank() && card.latinName().isBlank()) {
            return new CardReading.Flawed(CardFlaw.UNREADABLE);
        }
        if (today.isBefore(card.validFrom())) {
            return new CardReading.Flawed(CardFlaw.NOT_YET_VALID);
        }
        // A card is valid to the end of its last day.
        if (card.validTo().isPresent() && today.isAfter(card.validTo().get())) {
            return new CardReading.Flawed(CardFlaw.EXPIRED);
        }
        if (isForeigners(card)) {
            // Items and centre know a person by the citizen identification number, which also tells age and sex.
            return new CardReading.Flawed(CardFlaw.NOT_SERVED);
        }
        String address = card.newestAddress().orElse(card.address());
        return new CardReading.Holds(new Applicant(card.name(), card.number(), address));
    }

    private static boolean isForeigners(IdCard card) {
        return switch (card.type()) {
            case RESIDENT, HK_MACAO_TAIWAN -> false;
            case FOREIGNER_2017, FOREIGNER_2023 -> true;
        };
    }

    /** A number of 18 carries the date of birth; a card on which the two disagree was not read right. */
    private static boolean numberHolds(IdCard card) {
        return switch (card.type()) {
            case RESIDENT, HK_MACAO_TAIWAN, FOREIGNER_2023 ->
                IdNumber.holds(card.number())
                        && card.number().startsWith(DateTimeFormatter.BASIC_ISO_DATE.format(card.birth()), 6);
            case FOREIGNER_2017 -> card.number().matches("[A-Z]{3}[0-9]{12}");
        };
    }

    private static CardFlaw flaw(Fault fault) {
        return switch (fault.code()) {
            case "ID-CARD-ABSENT" -> CardFlaw.ABSENT;
            case "ID-CARD-MOVED" -> CardFlaw.MOVED;
            case "ID-CARD-REFUSED" -> CardFlaw.REFUSED;
            case "ID-CARD-UNREADABLE" -> CardFlaw.UNREADABLE;
            default ->
                switch (fault.kind()) {
                    case DISCONNECTED, HARDWARE, TAMPER, UNSUPPORTED -> CardFlaw.READER_GONE;
                    case TIMEOUT, PROTOCOL, BUSY, MEDIA, USER, CANCELLED -> CardFlaw.UNREADABLE;
                };
        };
    }
}
