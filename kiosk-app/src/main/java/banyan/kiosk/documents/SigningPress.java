package banyan.kiosk.documents;

import banyan.attest.Signer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Writes the terminal's signature into a paper of its own: behind all that is there, so that what was drawn stays as it was, byte
 * for byte, and whoever opens the paper sees who has signed it.
 */
public final class SigningPress {
    /** Certificate, attributes and signature are well below a kilobyte. */
    private static final int ROOM = 2048;

    private static final long DOCUMENT_ID = 1;

    private final String terminal;
    private final Signer signer;

    public SigningPress(String terminal, Signer signer) {
        this.terminal = terminal;
        this.signer = signer;
    }

    /**
     * The same paper, signed.
     *
     * @param reason capital letters and digits that say what the paper says, for whoever sorts such papers
     */
    public Rendering.Rendered sign(Rendering.Rendered paper, ZonedDateTime at, String reason) {
        try (var document = Loader.loadPDF(paper.pdf());
                var options = new SignatureOptions()) {
            document.setDocumentId(DOCUMENT_ID);
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName("Banyan terminal " + terminal);
            signature.setReason(reason);
            signature.setSignDate(GregorianCalendar.from(at));
            options.setPreferredSignatureSize(ROOM);
            document.addSignature(signature, options);
            var bytes = new ByteArrayOutputStream(paper.pdf().length + 4 * ROOM);
            ExternalSigningSupport open = document.saveIncrementalForExternalSigning(bytes);
            open.setSignature(signer.sign(open.getContent().readAllBytes()));
            return new Rendering.Rendered(bytes.toByteArray(), paper.plans());
        } catch (IOException impossible) {
            // Everything is in memory, and the paper is one of our own.
            throw new UncheckedIOException(impossible);
        }
    }
}
