package banyan.kiosk.identity;

import banyan.device.Fault;
import banyan.device.IdCard;
import banyan.device.IdNumber;
import banyan.kiosk.visit.Page.CardTrouble;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Judges a card that could be read: whether it identifies its holder today. */
public final class CardJudge {
    private CardJudge() {}

    /** What is wrong with it, if anything. {@code today} is the terminal's date. */
    public static Optional<CardTrouble> trouble(IdCard card, LocalDate today) {
        if (!IdNumber.holds(card.number()) || !birthAgrees(card)) {
            return Optional.of(CardTrouble.CHECK_DIGIT);
        }
        if (card.name().isBlank()) {
            return Optional.of(CardTrouble.UNREADABLE);
        }
        if (today.isBefore(card.validFrom())) {
            return Optional.of(CardTrouble.NOT_YET_VALID);
        }
        if (card.validTo().isPresent() && today.isAfter(card.validTo().get())) {
            return Optional.of(CardTrouble.EXPIRED);
        }
        return Optional.empty();
    }

    /** What a reader's fault means to the citizen. */
    public static CardTrouble of(Fault fault) {
        return switch (fault.code()) {
            case "ID-CARD-ABSENT" -> CardTrouble.ABSENT;
            case "ID-CARD-MOVED" -> CardTrouble.MOVED;
            case "ID-CARD-REFUSED" -> CardTrouble.REFUSED;
            case "ID-CARD-UNREADABLE" -> CardTrouble.UNREADABLE;
            default ->
                switch (fault.kind()) {
                    case TIMEOUT, CANCELLED -> CardTrouble.ABSENT;
                    case MEDIA, USER -> CardTrouble.MOVED;
                    case DISCONNECTED, PROTOCOL, BUSY, UNSUPPORTED, HARDWARE, TAMPER -> CardTrouble.READER_GONE;
                };
        };
    }

    /** The number carries the date of birth; a card on which the two disagree was not read right. */
    private static boolean birthAgrees(IdCard card) {
        return card.type() == IdCard.Type.FOREIGNER
                || card.number().substring(6, 14).equals(card.birth().format(DateTimeFormatter.BASIC_ISO_DATE));
    }
}
