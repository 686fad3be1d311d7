package banyan.acceptance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code of a draft that its citizen takes away on paper: 26 letters of Crockford's base 32, 130 random bits. What the centre knows the
 * draft by and what it is sealed under both follow from it by HKDF-SHA256 (RFC 5869), so neither terminal nor centre stores the code,
 * and neither can open what it keeps. A browser does the same with WebCrypto. Immutable.
 */
public final class DraftCode {
    /** How many letters it has. */
    public static final int LETTERS = 26;

    /** The largest content that is sealed, in bytes. */
    public static final int MAX_CONTENT = 64 * 1024;

    /** What it says before the code where no address of the centre is known. */
    private static final String PREFIX = "BANYAN-D:";

    /** The letters there are, in their order: no I, L, O and U. */
    public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LETTERS + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of the first byte of what is sealed. */
    private static final byte VERSION = 1;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LOOKUP = 16;
    private static final int KEY = 32;

    /** The length of what was filled in tells nothing within this many bytes. */
    private static final int PADDED_TO = 1024;

    private final String letters;

    private DraftCode(String letters) {
        this.letters = letters;
    }

    /** A new one. */
    public static DraftCode random() {
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < LETTERS; at++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new DraftCode(letters.toString());
    }

    /**
     * The code in what a scanner has read or a person has typed: behind the {@code #} of an address, behind {@code BANYAN-D:}, or by itself,
     * with spaces or hyphens, in small letters, with the letters that Crockford takes for digits. Empty where it is no such code.
     */
    public static Optional<DraftCode> read(String text) {
        if (text.length() > 2048) {
            return Optional.empty();
        }
        String bare = text.substring(text.indexOf('#') + 1).strip().toUpperCase(Locale.ROOT);
        String code = asLetters(bare.startsWith(PREFIX) ? bare.substring(PREFIX.length()) : bare);
        return FORM.matcher(code).matches() ? Optional.of(new DraftCode(code)) : Optional.empty();
    }

    /**
     * What a person has typed of one so far, as it would be printed: without spaces and hyphens, in large letters, with digits for the
     * letters that Crockford takes for them. What no code has stays as it is.
     */
    public static String asLetters(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[ -]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
    }

    /** The letters, as they are printed. */
    public String letters() {
        return letters;
    }

    /** What the QR code says: the page for telephones at this address of the centre, and what reads like none where there is none. */
    public String inQr(Optional<String> centre) {
        return centre.map(address -> address.replaceFirst("/+$", "") + "/d#" + letters).orElse(PREFIX + letters);
    }

    /** What is asked for at the centre: 22 letters of base64url. */
    public String lookup() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derived("banyan-draft-lookup", LOOKUP));
    }

    /** Under which name the centre holds it: the hash of {@link #lookup}, so that who reads the centre's database cannot ask for it. */
    public Sha256 name() {
        return name(lookup());
    }

    /** The same for who was asked. */
    public static Sha256 name(String lookup) {
        return Sha256.of(lookup.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Seals what was filled in: a byte of the version, 12 of nonce, AES-256-GCM over the content with spaces behind it, 16 of tag.
     *
     * @param content JSON, of {@link #MAX_CONTENT} bytes at most
     */
    public byte[] seal(String item, String version, byte[] content) {
        if (content.length > MAX_CONTENT) {
            throw new IllegalArgumentException("more than a draft may have");
        }
        byte[] padded = Arrays.copyOf(content, (content.length + PADDED_TO - 1) / PADDED_TO * PADDED_TO);
        Arrays.fill(padded, content.length, padded.length, (byte) ' ');
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, item, version).doFinal(padded);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    /** What was filled in, with the spaces behind it. Empty where it was not sealed under this code for this version of this item. */
    public Optional<byte[]> open(String item, String version, byte[] sealed) {
        if (sealed.length < 1 + NONCE || sealed[0] != VERSION) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, item, version)
                    .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE));
        } catch (GeneralSecurityException notThis) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String item, String version) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(derived("banyan-draft-key", KEY), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((lookup() + "/" + item + "/" + version).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] derived(String what, int length) {
        SecretKey code = new SecretKeySpec(letters.getBytes(StandardCharsets.US_ASCII), "Generic");
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(code)
                            .thenExpand(what.getBytes(StandardCharsets.US_ASCII), length));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "DraftCode";
    }
}
