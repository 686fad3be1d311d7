package banyan.driver.pcsc;

import banyan.wire.child.ChildWork;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardTerminals;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.jspecify.annotations.Nullable;

/** All that is done with the native library: one context, at most one card. In a child process, unless a site says otherwise. */
public final class PcscLibrary implements ChildWork {
    /** The longest answer of a card without extended lengths, and what {@code 61xx} may add to it. */
    private static final int LONGEST_ANSWER = 4096;

    /** What a card answers at least: its status. */
    private static final int STATUS = 2;

    private final ByteBuffer response = ByteBuffer.allocate(LONGEST_ANSWER);
    private @Nullable JnaCardTerminals terminals;
    private @Nullable Card card;

    /** For {@code ChildMain}. */
    public PcscLibrary() {}

    @Override
    public byte[] answer(byte[] request) {
        try {
            return request.length == 0 ? Asked.failed(Trouble.FAILED) : done(request);
        } catch (JnaPCSCException e) {
            return Asked.failed(Trouble.of(e.code));
        } catch (EstablishContextException e) {
            return Asked.failed(
                    e.getCause() instanceof JnaPCSCException cause ? Trouble.of(cause.code) : Trouble.FAILED);
        } catch (CardNotPresentException _) {
            return Asked.failed(Trouble.CARD_GONE);
        } catch (CardException | GeneralSecurityException _) {
            return Asked.failed(Trouble.FAILED);
        } catch (LinkageError _) {
            return Asked.failed(Trouble.NO_LIBRARY);
        }
    }

    private byte[] done(byte[] request) throws CardException, GeneralSecurityException {
        return switch (request[0]) {
            case Asked.OPEN -> open();
            case Asked.CLOSE -> close();
            case Asked.WAIT -> await(ByteBuffer.wrap(request, 1, request.length - 1));
            case Asked.CONNECT -> connect(new String(request, 1, request.length - 1, StandardCharsets.UTF_8));
            case Asked.TRANSMIT -> transmit(ByteBuffer.wrap(request, 1, request.length - 1));
            case Asked.DISCONNECT -> disconnect();
            default -> Asked.failed(Trouble.FAILED);
        };
    }

    private byte[] open() throws CardException, GeneralSecurityException {
        byte[] _ = close();
        // Never getDefault: where pcscd is not running yet it stands for no readers at all, and for ever.
        TerminalFactory factory = TerminalFactory.getInstance("PC/SC", null, new Smartcardio());
        if (!(factory.terminals() instanceof JnaCardTerminals opened)) {
            return Asked.failed(Trouble.NO_LIBRARY);
        }
        terminals = opened;
        List<String> names =
                opened.list().stream().map(CardTerminal::getName).sorted().toList();
        return Asked.done(names);
    }

    private byte[] close() {
        byte[] _ = disconnect();
        if (terminals != null) {
            try {
                terminals.close();
            } catch (CardException _) {
                // pcscd is gone, and the context with it.
            }
            terminals = null;
        }
        return Asked.done();
    }

    private Optional<CardTerminal> terminal(String name) {
        return Optional.ofNullable(terminals).map(open -> open.getTerminal(name));
    }

    private byte[] await(ByteBuffer request) throws CardException {
        boolean present = request.get() == 1;
        int millis = request.getShort();
        String name = StandardCharsets.UTF_8.decode(request).toString();
        if (terminals == null) {
            return Asked.failed(Trouble.NO_SERVICE);
        }
        // The list says so where a reader is gone; its state would only never change again.
        CardTerminal reader = terminals.getTerminal(name);
        if (reader == null) {
            return Asked.failed(Trouble.NO_READER);
        }
        boolean so = reader.isCardPresent() == present
                || millis > 0 && (present ? reader.waitForCardPresent(millis) : reader.waitForCardAbsent(millis));
        return Asked.done((byte) (so ? 1 : 0));
    }

    private byte[] connect(String name) throws CardException {
        byte[] _ = disconnect();
        Optional<CardTerminal> reader = terminal(name);
        if (reader.isEmpty()) {
            return Asked.failed(Trouble.NO_READER);
        }
        // Alone with the card: no other program reads it meanwhile, or moves it to another application.
        Card connected = reader.get().connect("EXCLUSIVE;*");
        card = connected;
        return Asked.done(connected.getProtocol().equals("T=0") ? Asked.T0 : Asked.T1);
    }

    private byte[] transmit(ByteBuffer command) throws CardException {
        if (card == null) {
            return Asked.failed(Trouble.CARD_GONE);
        }
        try {
            int length = card.getBasicChannel().transmit(command, response.clear());
            return length < STATUS ? Asked.failed(Trouble.NO_ANSWER) : Asked.done(response.array(), length);
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            // The provider's words for an answer without a status, or with more of 61xx than a command can take. Nothing at all is
            // what pcscd gives where the card was pulled out meanwhile.
            return Asked.failed(response.position() == 0 ? Trouble.CARD_GONE : Trouble.NO_ANSWER);
        } finally {
            Arrays.fill(response.array(), (byte) 0);
        }
    }

    /**
     * Leaves the card as it is; pcscd takes its power away soon after. Not reset: where that fails because the card is pulled out in
     * that moment, pcscd 1.9 sees no card in that reader any more until it is restarted.
     */
    private byte[] disconnect() {
        if (card != null) {
            try {
                card.disconnect(false);
            } catch (CardException _) {
                // Taken out already.
            }
            card = null;
        }
        return Asked.done();
    }
}
