package banyan.item.catalogue;

import banyan.item.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Examines a package in full and signs it only if it is whole. */
public final class PackageSigner {
    private PackageSigner() {}

    public sealed interface Signed {
        /**
         * Manifest and signature stand in the folder.
         *
         * @param digest SHA-256 of the manifest
         */
        record Done(String keyId, String digest) implements Signed {}

        record Refused(List<Mistake> mistakes) implements Signed {
            public Refused {
                mistakes = List.copyOf(mistakes);
            }
        }
    }

    /** All mistakes of the package in this folder; what it shares with others is looked for in the folders beside it. */
    public static List<Mistake> examine(Path folder) {
        var mistakes = new Mistakes(String.valueOf(folder.getFileName()));
        examine(PackageFiles.read(folder, mistakes), folder, mistakes);
        return mistakes.all();
    }

    /** Writes {@code manifest.json} and {@code manifest.sig} into the folder. */
    public static Signed sign(Path folder, SigningKey key) throws IOException {
        var mistakes = new Mistakes(String.valueOf(folder.getFileName()));
        var files = PackageFiles.read(folder, mistakes);
        examine(files, folder, mistakes);
        if (!mistakes.none()) {
            return new Signed.Refused(mistakes.all());
        }
        var manifest = Manifest.write(files);
        // The old signature goes first: at no moment does it stand beside a manifest that it does not sign.
        Files.deleteIfExists(folder.resolve(PackageFiles.SIGNATURE));
        replace(folder.resolve(PackageFiles.MANIFEST), manifest);
        replace(folder.resolve(PackageFiles.SIGNATURE), Manifest.writeSignature(key, manifest));
        return new Signed.Done(key.id(), Ed25519.sha256(manifest));
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        var fresh = file.resolveSibling("." + file.getFileName());
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void examine(PackageFiles files, Path folder, Mistakes mistakes) {
        var reader = new PackageReader(files, mistakes);
        if (files.has(PackageReader.SHARED)) {
            reader.shared();
            Examination.shapes(reader, mistakes);
        } else {
            reader.item(beside(folder)).ifPresent(item -> Examination.engines(item, new Rules(item), mistakes));
            Examination.shapes(reader, mistakes);
        }
    }

    /** Mistakes in the shared package are told when it is examined itself. */
    private static Shared beside(Path folder) {
        var parent = Optional.ofNullable(folder.toAbsolutePath().normalize().getParent());
        if (parent.isEmpty()) {
            return Shared.NOTHING;
        }
        try (var siblings = Files.list(parent.get())) {
            return siblings.filter(sibling -> Files.isRegularFile(sibling.resolve(PackageReader.SHARED)))
                    .sorted()
                    .flatMap(sibling -> {
                        var own = new Mistakes(String.valueOf(sibling.getFileName()));
                        return new PackageReader(PackageFiles.read(sibling, own), own).shared().stream();
                    })
                    .reduce(Shared.NOTHING, Shared::and);
        } catch (IOException _) {
            return Shared.NOTHING;
        }
    }
}
