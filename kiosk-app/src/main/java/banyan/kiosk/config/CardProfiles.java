package banyan.kiosk.config;

import banyan.device.ApplicationProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The profiles that come with the terminal, by what is read with them. */
public final class CardProfiles {
    private static final List<String> BANK_CARDS = List.of("bank-card.yaml");

    private CardProfiles() {}

    /** Cards whose number money can be paid to, in the order in which they are tried. */
    public static List<ApplicationProfile> bankCards() {
        return BANK_CARDS.stream().map(CardProfiles::own).toList();
    }

    private static ApplicationProfile own(String file) {
        try (InputStream in = CardProfiles.class.getResourceAsStream("/banyan/kiosk/cards/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no card profile: " + file);
            }
            return switch (CardProfileReader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                case CardProfileReader.Read.Right(var profile) -> profile;
                case CardProfileReader.Read.Wrong(var mistakes) ->
                    throw new IllegalStateException(String.join("; ", mistakes));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
