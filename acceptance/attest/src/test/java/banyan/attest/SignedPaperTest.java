package banyan.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyAlgorithm;
import banyan.acceptance.KeyFiles;
import banyan.attest.Verdict.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paper of a few words, in the form in which a PDF carries a signature. */
class SignedPaperTest {
    private static final KeyPair KEYS = KeyFiles.newPair();
    private static final String TERMINAL = "0137";

    private static byte[] paper(String terminal, KeyPair keys) {
        int room = 1600;
        String head = "%PDF-1.7\n7 0 obj\n<< /Type /Sig /Reason (READY) /M (D:20261122174500+08'00') /ByteRange [0 ";
        String contents = "] /Contents ";
        String foot = " >>\nendobj\n%%EOF\n";
        int from = head.length() + "00000 00000 00000".length() + contents.length();
        int to = from + room + 2;
        String range = "%05d %05d %05d".formatted(from, to, foot.length());
        byte[] before = (head + range + contents).getBytes(StandardCharsets.US_ASCII);
        byte[] after = foot.getBytes(StandardCharsets.US_ASCII);
        var content = new ByteArrayOutputStream();
        content.writeBytes(before);
        content.writeBytes(after);
        String digits = HexFormat.of().formatHex(new Signer(terminal, keys.getPrivate()).sign(content.toByteArray()));
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(before);
        whole.writeBytes(("<" + digits.toUpperCase(Locale.ROOT) + "0".repeat(room - digits.length()) + ">")
                .getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(after);
        return whole.toByteArray();
    }

    private static Verdict check(byte[] paper) {
        return SignedPaper.check(paper, TERMINAL, KEYS.getPublic());
    }

    @Test
    void whatATerminalHasSignedHolds() {
        assertEquals(
                new Verdict.Holds(Instant.parse("2026-11-22T09:45:00Z"), "READY"), check(paper(TERMINAL, KEYS)));
    }

    @Test
    void soDoesWhatOneHasSignedWithSm2AndNoByteCanBeAnother() {
        NationalKeys.install();
        KeyPair keys = KeyAlgorithm.SM2.newPair();
        byte[] paper = paper(TERMINAL, keys);
        assertInstanceOf(Verdict.Holds.class, SignedPaper.check(paper, TERMINAL, keys.getPublic()));
        assertEquals(
                new Verdict.Broken(Why.OTHER_SIGNER),
                SignedPaper.check(paper, TERMINAL, KeyAlgorithm.SM2.newPair().getPublic()));
        for (int at = 0; at < paper.length; at++) {
            byte[] altered = paper.clone();
            altered[at] ^= 1;
            assertInstanceOf(Verdict.Broken.class, SignedPaper.check(altered, TERMINAL, keys.getPublic()), "byte " + at);
        }
    }

    @Test
    void noByteCanBeAnotherNotEvenOfTheSignature() {
        byte[] paper = paper(TERMINAL, KEYS);
        for (int at = 0; at < paper.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] altered = paper.clone();
                altered[at] ^= (byte) (1 << bit);
                assertInstanceOf(Verdict.Broken.class, check(altered), "bit " + bit + " of byte " + at);
            }
        }
    }

    @Test
    void nothingCanBeAddedOrLeftOut() {
        byte[] paper = paper(TERMINAL, KEYS);
        assertEquals(new Verdict.Broken(Why.NOT_WHOLE), check(Arrays.copyOf(paper, paper.length + 1)));
        assertEquals(new Verdict.Broken(Why.NOT_WHOLE), check(Arrays.copyOf(paper, paper.length - 1)));
        assertInstanceOf(Verdict.Broken.class, check(Arrays.copyOf(paper, paper.length / 2)));
    }

    @Test
    void anotherTerminalsSignatureIsNotThisOnes() {
        assertEquals(new Verdict.Broken(Why.OTHER_SIGNER), check(paper(TERMINAL, KeyFiles.newPair())));
        assertEquals(new Verdict.Broken(Why.OTHER_SIGNER), check(paper("0138", KEYS)));
    }

    @Test
    void whatNobodySignedSaysSo() {
        assertEquals(new Verdict.Broken(Why.UNSIGNED), check("%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(new Verdict.Broken(Why.UNSIGNED), check(new byte[0]));
    }

    /**
     * The peer: OpenSSL reads structure and certificate, and finds the signature of the attributes good. All in one command it
     * knows EdDSA in CMS only from 3.2 on.
     */
    @Test
    void opensslFindsCertificateAndSignatureGood(@TempDir Path folder)
            throws CMSException, IOException, InterruptedException {
        byte[] content = "paper".getBytes(StandardCharsets.US_ASCII);
        byte[] cms = new Signer(TERMINAL, KEYS.getPrivate()).sign(content);
        SignerInformation signer =
                new CMSSignedData(cms).getSignerInfos().getSigners().iterator().next();
        Files.write(folder.resolve("cms"), cms);
        Files.write(folder.resolve("attributes"), signer.getEncodedSignedAttributes());
        Files.write(folder.resolve("signature"), signer.getSignature());
        openssl(folder, "pkcs7", "-inform", "DER", "-in", "cms", "-print_certs", "-out", "certificate");
        openssl(folder, "verify", "-check_ss_sig", "-CAfile", "certificate", "certificate");
        openssl(folder, "x509", "-in", "certificate", "-pubkey", "-noout", "-out", "key");
        openssl(
                folder, "pkeyutl", "-verify", "-pubin", "-inkey", "key", "-rawin", "-in", "attributes", "-sigfile",
                "signature");
    }

    private static void openssl(Path folder, String... words) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Process openssl;
        try {
            openssl = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException missing) {
            throw new AssertionError("OpenSSL is needed: apt-get install --no-install-recommends openssl", missing);
        }
        assertTrue(openssl.waitFor(20, TimeUnit.SECONDS), "openssl has not ended");
        assertEquals(0, openssl.exitValue(), () -> command + ": " + read(said));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Test
    void theCommandSaysInASentenceWhetherItHolds(@TempDir Path folder) throws IOException {
        Path key = folder.resolve("0137.pub");
        KeyFiles.writePublic(key, KEYS.getPublic());
        byte[] paper = paper(TERMINAL, KEYS);
        assertEquals(0, run(Files.write(folder.resolve("good.pdf"), paper), key));
        paper[3] ^= 1;
        assertEquals(1, run(Files.write(folder.resolve("bad.pdf"), paper), key));
        assertEquals(66, run(folder.resolve("none.pdf"), key));
    }

    private static int run(Path paper, Path key) {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return CheckMain.run(
                new String[] {paper.toString(), "--terminal", TERMINAL, "--key", key.toString()}, nowhere, nowhere);
    }
}
