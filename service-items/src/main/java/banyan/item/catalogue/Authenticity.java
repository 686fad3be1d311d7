package banyan.item.catalogue;

import banyan.item.Place;
import java.util.Optional;

/**
 * Who answers for a package.
 *
 * @param keyId of the key that signed it
 * @param development signed by this machine's development key just now, and by nobody else
 * @param digest SHA-256 of the manifest: names exactly this content
 */
public record Authenticity(String keyId, boolean development, String digest) {
    /** Judges the signature, or signs in memory with the development key where there is none. */
    static Optional<Authenticity> of(
            PackageFiles files, TrustedKeys trusted, Optional<SigningKey> development, Mistakes mistakes) {
        var manifest = files.get(PackageFiles.MANIFEST);
        var signature = files.get(PackageFiles.SIGNATURE);
        if (manifest.isEmpty() && signature.isEmpty()) {
            return development
                    .map(key -> signedHere(files, key))
                    .or(() -> refused(mistakes, new Place("", 0), "the package is not signed"));
        }
        if (manifest.isEmpty() || signature.isEmpty()) {
            var missing = manifest.isEmpty() ? PackageFiles.MANIFEST : PackageFiles.SIGNATURE;
            return refused(
                    mistakes, new Place(missing, 0), "is missing: a signed package has both it and its other half");
        }
        var signed = Manifest.readSignature(signature.get(), mistakes);
        if (signed.isEmpty()) {
            return Optional.empty();
        }
        // A package that the development key has signed is still being worked on.
        if (development.isPresent()
                && development.get().id().equals(signed.get().keyId())) {
            return Optional.of(signedHere(files, development.get()));
        }
        return verified(manifest.get(), signed.get(), files, trusted, mistakes);
    }

    private static Optional<Authenticity> verified(
            byte[] manifest, Manifest.Signed signed, PackageFiles files, TrustedKeys trusted, Mistakes mistakes) {
        var key = trusted.get(signed.keyId());
        var place = new Place(PackageFiles.SIGNATURE, 0);
        if (key.isEmpty()) {
            return refused(mistakes, place, "is by the key '" + signed.keyId() + "', which is not trusted here");
        }
        if (!Ed25519.holds(key.get(), manifest, signed.signature().array())) {
            return refused(mistakes, place, "the signature does not belong to this manifest");
        }
        Manifest.compare(manifest, files, mistakes);
        return mistakes.none()
                ? Optional.of(new Authenticity(signed.keyId(), false, Ed25519.sha256(manifest)))
                : Optional.empty();
    }

    private static Authenticity signedHere(PackageFiles files, SigningKey key) {
        return new Authenticity(key.id(), true, Ed25519.sha256(Manifest.write(files)));
    }

    private static Optional<Authenticity> refused(Mistakes mistakes, Place place, String sentence) {
        mistakes.add(place, sentence);
        return Optional.empty();
    }
}
