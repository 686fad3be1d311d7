package banyan.item.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {
    private static final SigningKey KEY = Sandbox.key();
    private static final String PACKAGE = Sandbox.SUBSIDY + "/";

    @TempDir
    Path temporary;

    private Sandbox sandbox;

    @TempDir
    static Path once;

    /** Signing examines in full, so it is done once and copied. */
    @BeforeAll
    static void signedOnce() {
        var signed = Sandbox.in(once).signAll(KEY);
        assertEquals(List.of(), signed.loadTrusting(KEY).mistakes());
    }

    @BeforeEach
    void aSignedCatalogue() {
        sandbox = Sandbox.copyOf(once.resolve("catalogue"), temporary);
    }

    @Test
    void aFileChangedAfterSigningIsNamed() {
        sandbox.edit(PACKAGE + "form.yaml", "longest: 20", "longest: 21");
        assertRefused("form.yaml: was changed after it was signed");
    }

    @Test
    void aFileAddedAfterSigningIsNamed() {
        sandbox.write(PACKAGE + "README.md", "hello");
        assertRefused("README.md: is not in the manifest: it was added after signing");
    }

    @Test
    void aFileTakenAwayAfterSigningIsNamedWithItsLine() throws IOException {
        Files.delete(sandbox.file(PACKAGE + "materials.yaml"));
        int line = sandbox.line(PACKAGE + "manifest.json", "materials.yaml");
        assertRefused("manifest.json:" + line + ": the file 'materials.yaml' was signed and is not there");
    }

    @Test
    void aManifestThatWasChangedItselfIsNotBelieved() {
        sandbox.edit(PACKAGE + "manifest.json", "\"files\" : {", "\"files\" :  {");
        assertRefused("manifest.sig: the signature does not belong to this manifest");
    }

    @Test
    void aSignatureByAStrangerIsNotBelieved() {
        var stranger = Sandbox.key();
        sandbox.sign(Sandbox.SUBSIDY, stranger);
        assertRefused("manifest.sig: is by the key '" + stranger.id() + "', which is not trusted here");
    }

    @Test
    void aStrangersSignatureUnderATrustedNameIsNotBelieved() {
        var forged = sandbox.read(PACKAGE + "manifest.json").getBytes(StandardCharsets.UTF_8);
        var signature =
                Base64.getEncoder().encodeToString(Ed25519.sign(Sandbox.key().privateKey(), forged));
        sandbox.write(PACKAGE + "manifest.sig", signature(KEY.id(), signature));
        assertRefused("manifest.sig: the signature does not belong to this manifest");
    }

    @Test
    void aSignatureThatIsNoneIsRefusedWithItsLine() {
        sandbox.write(PACKAGE + "manifest.sig", signature(KEY.id(), "***"));
        assertRefused("manifest.sig:4: the signature is no Base64");
    }

    @Test
    void aManifestWithoutASignatureIsNoSignedPackage() throws IOException {
        Files.delete(sandbox.file(PACKAGE + "manifest.sig"));
        assertRefused("manifest.sig: is missing: a signed package has both it and its other half");
    }

    @Test
    void aPathThatLeadsOutOfThePackageIsNamedEvenIfSigned() {
        signedManifest("{\"format\": 1,\n\"files\": {\n\"../secret.yaml\": \"00\"}}");
        var sentences = refusals();
        assertTrue(
                sentences.contains("manifest.json:3: '../secret.yaml' leads out of the package"), sentences.toString());
    }

    @Test
    void anAbsolutePathIsNamedEvenIfSigned() {
        signedManifest("{\"format\": 1,\n\"files\": {\n\"/etc/hosts\": \"00\"}}");
        var sentences = refusals();
        assertTrue(sentences.contains("manifest.json:3: '/etc/hosts' leads out of the package"), sentences.toString());
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        var outside = Files.writeString(temporary.resolve("outside.yaml"), "groups: []");
        Files.delete(sandbox.file(PACKAGE + "form.yaml"));
        Files.createSymbolicLink(sandbox.file(PACKAGE + "form.yaml"), outside);
        var sentences = refusals();
        assertTrue(sentences.contains("form.yaml: is a link; a package has only files"), sentences.toString());
    }

    @Test
    void aFileThatIsTooLargeIsNotReadToItsEnd() {
        sandbox.write(PACKAGE + "form.yaml", "#".repeat(PackageFiles.LARGEST_FILE + 1));
        var sentences = refusals();
        assertTrue(sentences.contains("form.yaml: is larger than 256 KiB"), sentences.toString());
    }

    @Test
    void aPackageThatIsTooLargeAltogetherIsRefused() {
        for (int number = 0; number < 9; number++) {
            sandbox.write(PACKAGE + "templates/t" + number + ".yaml", "#".repeat(PackageFiles.LARGEST_FILE));
        }
        var sentences = refusals();
        assertTrue(
                sentences.stream().anyMatch(sentence -> sentence.endsWith("makes the package larger than 2 MiB")),
                sentences.toString());
    }

    @Test
    void aStrangeFileIsToldToGo() {
        sandbox.write(PACKAGE + "run.sh", "rm -rf /");
        var sentences = refusals();
        assertTrue(sentences.contains("run.sh: is no file of a package; take it away"), sentences.toString());
    }

    @Test
    void thePublicHalfFollowsFromThePrivateOne() {
        assertEquals(KEY.publicKey(), SigningKey.of(KEY.privateKey()).publicKey());
    }

    @Test
    void aPackageWithAMistakeIsNotSigned() throws IOException {
        sandbox.edit(PACKAGE + "item.yaml", "minutes: 6", "minutes: six");
        var before = sandbox.read(PACKAGE + "manifest.sig");
        var refused = assertInstanceOf(
                PackageSigner.Signed.Refused.class, PackageSigner.sign(sandbox.file(Sandbox.SUBSIDY), KEY));
        assertEquals(1, refused.mistakes().size());
        assertEquals(before, sandbox.read(PACKAGE + "manifest.sig"));
    }

    @Test
    void whileItIsWorkedOnThePackageNeedsNoNewSignature() {
        sandbox.sign(Sandbox.SUBSIDY, Sandbox.DEVELOPMENT).edit(PACKAGE + "item.yaml", "minutes: 6", "minutes: 7");
        var report = Catalogue.load(sandbox.folder, TrustedKeys.of(KEY.publicKey()), Optional.of(Sandbox.DEVELOPMENT));
        assertEquals(List.of(), report.mistakes());
        assertEquals(7, report.find(Sandbox.SUBSIDY).orElseThrow().item().minutes());
    }

    @Test
    void theProgramSignsWithAKeyFile() throws IOException {
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEY.privateKey().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        var file = Files.writeString(temporary.resolve("site.key"), pem);
        Files.delete(sandbox.file(PACKAGE + "manifest.sig"));
        assertEquals(0, run(sandbox.file(Sandbox.SUBSIDY).toString(), file.toString()));
        assertEquals(List.of(), sandbox.loadTrusting(KEY).mistakes());
    }

    @Test
    void theProgramEndsWithOneIfThereAreMistakes() {
        sandbox.edit(PACKAGE + "item.yaml", "minutes: 6", "minutes: six");
        assertEquals(1, run(sandbox.file(Sandbox.SUBSIDY).toString()));
        assertEquals(2, run());
        assertEquals(2, run(temporary.resolve("nowhere").toString()));
    }

    private static int run(String... arguments) {
        return SignPackage.run(
                List.of(arguments), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private static String signature(String key, String signature) {
        return "{\n\"algorithm\": \"Ed25519\",\n\"key\": \"%s\",\n\"signature\": \"%s\"\n}\n".formatted(key, signature);
    }

    private void signedManifest(String manifest) {
        var bytes = manifest.getBytes(StandardCharsets.UTF_8);
        var signature = Base64.getEncoder().encodeToString(Ed25519.sign(KEY.privateKey(), bytes));
        sandbox.write(PACKAGE + "manifest.json", manifest)
                .write(PACKAGE + "manifest.sig", signature(KEY.id(), signature));
    }

    private List<String> refusals() {
        var report = sandbox.loadTrusting(KEY);
        assertFalse(report.find(Sandbox.SUBSIDY).isPresent());
        assertTrue(
                report.find(Sandbox.CERTIFICATE).isPresent() || report.entries().isEmpty());
        return report.mistakes().stream()
                .filter(mistake -> mistake.folder().equals(Sandbox.SUBSIDY))
                .map(mistake -> mistake.place() + ": " + mistake.sentence())
                .toList();
    }

    private void assertRefused(String sentence) {
        assertEquals(List.of(sentence), refusals());
    }
}
