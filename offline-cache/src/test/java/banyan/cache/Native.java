package banyan.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles the tests' few lines of C with the machine's own compiler. */
final class Native {
    private static final String NEEDED = " apt-get install --no-install-recommends gcc libc6-dev libfuse3-dev fuse3";

    private Native() {}

    static void compile(List<String> options, Path source, Path into, List<String> libraries)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("gcc"));
        command.addAll(options);
        command.addAll(List.of("-o", into.toString(), source.toString()));
        command.addAll(libraries);
        Process compiler;
        try {
            compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new AssertionError("There is no C compiler. Please run as root:" + NEEDED, missing);
        }
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (compiler.waitFor() != 0) {
            throw new AssertionError(source.getFileName()
                    + " could not be compiled. Where headers are missing, please run as root:" + NEEDED + "\n" + said);
        }
    }
}
