package banyan.item.catalogue;

import banyan.item.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every file of a package with its SHA-256; {@code manifest.sig} signs these very bytes. */
final class Manifest {
    private static final int FORMAT = 1;

    private Manifest() {}

    /** A listed file and the line of the manifest that lists it. */
    private record Listed(String sha256, int line) {}

    /**
     * A signature as its file has it.
     *
     * @param keyId of the key that signed
     * @param signature over the manifest's bytes
     */
    record Signed(String keyId, ByteBuffer signature) {}

    /** The manifest that says what is there now. */
    static byte[] write(PackageFiles files) {
        var listed = new TreeMap<String, String>();
        files.bytes().forEach((name, bytes) -> {
            if (!isOwn(name)) {
                listed.put(name, Ed25519.sha256(bytes));
            }
        });
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("format", FORMAT);
        manifest.put("files", listed);
        return json(manifest);
    }

    static byte[] writeSignature(SigningKey key, byte[] manifest) {
        var signature = new LinkedHashMap<String, Object>();
        signature.put("algorithm", "Ed25519");
        signature.put("key", key.id());
        signature.put("signature", Base64.getEncoder().encodeToString(Ed25519.sign(key.privateKey(), manifest)));
        return json(signature);
    }

    private static byte[] json(Map<String, Object> object) {
        var text = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(object);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Optional<Signed> readSignature(byte[] bytes, Mistakes mistakes) {
        var file = PackageFiles.SIGNATURE;
        var entry = entry(file, bytes, mistakes);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        var algorithm = entry.get().text("algorithm");
        var key = entry.get().text("key");
        var signature = entry.get().text("signature");
        entry.get().close();
        if (!algorithm.equals("Ed25519")) {
            mistakes.add(entry.get().place("algorithm"), "the signature is not Ed25519");
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Signed(key, ByteBuffer.wrap(Base64.getDecoder().decode(signature))));
        } catch (IllegalArgumentException _) {
            mistakes.add(entry.get().place("signature"), "the signature is no Base64");
            return Optional.empty();
        }
    }

    /** Whether the files are the ones that were signed: the same, all of them, and no others. */
    static void compare(byte[] manifest, PackageFiles files, Mistakes mistakes) {
        var entry = entry(PackageFiles.MANIFEST, manifest, mistakes);
        if (entry.isEmpty()) {
            return;
        }
        if (entry.get().number("format", 1, 1000) != FORMAT) {
            mistakes.add(entry.get().place("format"), "is of a format that this terminal does not know");
            return;
        }
        var listed = listed(entry.get(), mistakes);
        entry.get().close();
        listed.forEach((name, file) -> {
            var place = new Place(PackageFiles.MANIFEST, file.line());
            if (leadsOut(name)) {
                mistakes.add(place, "'" + name + "' leads out of the package");
            } else if (!files.has(name)) {
                mistakes.add(place, "the file '" + name + "' was signed and is not there");
            } else if (!Ed25519.sha256(files.get(name).orElseThrow()).equals(file.sha256())) {
                mistakes.add(new Place(name, 0), "was changed after it was signed");
            }
        });
        files.bytes().keySet().stream()
                .filter(name -> !isOwn(name) && !listed.containsKey(name))
                .forEach(
                        name -> mistakes.add(new Place(name, 0), "is not in the manifest: it was added after signing"));
    }

    private static Map<String, Listed> listed(Entry manifest, Mistakes mistakes) {
        var listed = new LinkedHashMap<String, Listed>();
        manifest.entry("files", "files").ifPresent(files -> {
            List<String> names = new ArrayList<>(files.keys());
            names.forEach(name -> listed.put(
                    name, new Listed(files.text(name), files.place(name).line())));
        });
        if (listed.isEmpty()) {
            mistakes.add(manifest.place(), "the manifest lists no files");
        }
        return listed;
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || List.of(name.split("/", -1)).contains("..");
    }

    /** JSON is YAML too, and so has lines. */
    private static Optional<Entry> entry(String file, byte[] bytes, Mistakes mistakes) {
        return YamlFile.read(file, new String(bytes, StandardCharsets.UTF_8), mistakes)
                .flatMap(yaml -> {
                    if (yaml instanceof Yaml.Mapping mapping) {
                        return Optional.of(new Entry(file, "the " + file, mapping, mistakes));
                    }
                    mistakes.add(new Place(file, yaml.line()), "needs names and values");
                    return Optional.empty();
                });
    }

    private static boolean isOwn(String name) {
        return name.equals(PackageFiles.MANIFEST) || name.equals(PackageFiles.SIGNATURE);
    }
}
