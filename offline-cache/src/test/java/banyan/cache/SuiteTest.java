package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SM4 is the standard's, and a journal in which both ciphers were used is read whole whichever is configured. */
class SuiteTest {
    private static final byte[] KEY = hex("0123456789ABCDEFFEDCBA9876543210");

    @TempDir
    Path folder;

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    /** GB/T 32907-2016, appendix A, example 1. */
    @Test
    void theBlockCipherGivesWhatTheStandardSays() {
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(KEY));
        byte[] block = new byte[16];
        assertEquals(16, engine.processBlock(KEY, 0, block, 0));
        assertArrayEquals(hex("681EDF34D206965E86B3E94F536E4246"), block);
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void inGaloisCounterModeItGivesWhatTheRfcSays() throws GeneralSecurityException {
        byte[] nonce = hex("00001234567800000000ABCD");
        byte[] clear = hex("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
        byte[] sealed = hex("17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                + "83DE3541E4C2B58177E065A9BF7B62EC");
        byte[] context = hex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        Cipher to = Suite.SM4_GCM.cipher(Cipher.ENCRYPT_MODE, KEY, nonce);
        to.updateAAD(context);
        assertArrayEquals(sealed, to.doFinal(clear));
        Cipher from = Suite.SM4_GCM.cipher(Cipher.DECRYPT_MODE, KEY, nonce);
        from.updateAAD(context);
        assertArrayEquals(clear, from.doFinal(sealed));
        sealed[3] ^= 1;
        Cipher flipped = Suite.SM4_GCM.cipher(Cipher.DECRYPT_MODE, KEY, nonce);
        flipped.updateAAD(context);
        assertThrows(AEADBadTagException.class, () -> flipped.doFinal(sealed));
    }

    private Journal journal(Suite suite) {
        Vault vault = Given.vault(folder, new Vault.Place(folder, Optional.empty(), () -> Given.NOON, suite));
        return Given.journal(new Journal.Settings(
                folder, vault, Given.TERMINAL, () -> Given.NOON, 1 << 20, 0, new OsDisk(), UnaryOperator.identity()));
    }

    @Test
    void whatWasSealedWithOneIsReadWhereTheOtherIsConfigured() throws IOException {
        byte[] paper = Given.bytes(150_000, 1);
        List<Sealed> all = new ArrayList<>();
        for (Suite suite : List.of(Suite.AES_256_GCM, Suite.SM4_GCM, Suite.AES_256_GCM)) {
            try (Journal journal = journal(suite)) {
                PageStore pages = PageStore.open(folder, VisitKey.random(suite));
                Sealed sealed = Given.sealed(journal, List.of(Given.page(pages, paper)));
                assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
                all.add(sealed);
                var _ = pages.abandon();
            }
        }
        assertEquals(1, papers("BANYANP2"));
        assertEquals(2, papers("BANYANP1"));
        for (Suite suite : Suite.values()) {
            try (Journal journal = journal(suite)) {
                assertEquals(0, journal.report().damaged());
                for (Sealed sealed : all) {
                    Pending entry = journal.pending(sealed.id().toString()).orElseThrow();
                    Outgoing out = journal.read(entry).orElseThrow();
                    assertArrayEquals(sealed.payload(), out.payload());
                    ByteArrayOutputStream clear = new ByteArrayOutputStream();
                    journal.read(out.papers().getFirst(), clear);
                    assertArrayEquals(paper, clear.toByteArray());
                }
            }
        }
        try (Journal journal = journal(Suite.SM4_GCM)) {
            assertTrue(journal.settle(journal.pending(all.get(1).id().toString()).orElseThrow(), Receipts.json(all.get(1))));
        }
        try (Journal journal = journal(Suite.AES_256_GCM)) {
            assertInstanceOf(Standing.Received.class, journal.standing(all.get(1).id()).orElseThrow());
        }
    }

    private int papers(String magic) throws IOException {
        int count = 0;
        try (Stream<Path> files = Files.list(folder.resolve("papers"))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                count += new String(bytes, 0, 8, StandardCharsets.US_ASCII).equals(magic) ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aDraftSurvivesInEither() throws IOException {
        for (Suite suite : Suite.values()) {
            Vault vault = Given.vault(folder, new Vault.Place(folder, Optional.empty(), () -> Given.NOON, suite));
            char[] card = Given.CARD.toCharArray();
            try (DraftRefuge refuge = DraftRefuge.open(folder, vault, () -> Given.NOON)) {
                VisitKey key = refuge.newVisit();
                assertEquals(suite, key.suite());
                assertInstanceOf(
                        DraftRefuge.Saved.Safe.class,
                        refuge.save(new byte[] {1, 2}, key, card, Given.NOON.plus(DraftRefuge.LONGEST)));
            }
            try (DraftRefuge refuge = DraftRefuge.open(folder, vault, () -> Given.NOON)) {
                DraftRefuge.Reopening.Reopened found =
                        assertInstanceOf(DraftRefuge.Reopening.Reopened.class, refuge.reopen(card));
                assertArrayEquals(new byte[] {1, 2}, found.draft());
            }
        }
    }

    @Test
    void oneIsNotTakenForTheOther() {
        byte[] key = Given.bytes(32, 1);
        byte[] sealed = Gcm.seal(Suite.SM4_GCM, key, new byte[40], KEY);
        assertTrue(Gcm.open(Suite.AES_256_GCM, key, sealed, KEY).isEmpty());
        assertFalse(Gcm.open(Suite.SM4_GCM, key, sealed, KEY).isEmpty());
    }
}
