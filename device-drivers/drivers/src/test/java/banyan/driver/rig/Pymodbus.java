package banyan.driver.rig;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** A Modbus slave that nobody here wrote: Debian's pymodbus, run by a short script behind a cable that can be pulled. */
final class Pymodbus implements AutoCloseable {
    private static final String INSTALL =
            "apt-get install --no-install-recommends python3-pymodbus python3-serial python3-serial-asyncio";

    private final Process python;
    private final BufferedWriter in;
    private final BufferedReader out;
    private final Path folder;
    private final String address;

    private Pymodbus(Process python, Path folder, String link) {
        this.python = python;
        this.folder = folder;
        this.in = python.outputWriter(StandardCharsets.UTF_8);
        this.out = python.inputReader(StandardCharsets.UTF_8);
        String[] ready = line().split(" ", -1);
        if (!ready[0].equals("ready")) {
            throw new AssertionError("pymodbus did not start; to have it: " + INSTALL);
        }
        this.address = link.isEmpty() ? "127.0.0.1:" + ready[1] : link;
    }

    /** On a serial line. */
    static Pymodbus serial() {
        return start(true);
    }

    /** Over TCP. */
    static Pymodbus network() {
        return start(false);
    }

    private static Pymodbus start(boolean serial) {
        try (InputStream script = Pymodbus.class.getResourceAsStream("pymodbus-slave.py")) {
            if (script == null) {
                throw new IllegalStateException("the script is missing");
            }
            Path folder = Files.createTempDirectory("pymodbus");
            long _ = Files.copy(script, folder.resolve("slave.py"), StandardCopyOption.REPLACE_EXISTING);
            String link = serial ? folder.resolve("port").toString() : "";
            Process python = new ProcessBuilder(
                            "/usr/bin/python3", "slave.py", serial ? "rtu" : "tcp", serial ? link : "0")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Pymodbus(python, folder, link);
        } catch (IOException e) {
            throw new AssertionError("pymodbus cannot be run; to have it: " + INSTALL, e);
        }
    }

    /** The serial port's path, or host and port. */
    String address() {
        return address;
    }

    private String line() {
        try {
            String line = out.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something to the script; what it answers. */
    String say(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        try {
            in.write(line.append('\n').toString());
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String answer = line();
        if (!answer.matches("ok|\\d+")) {
            throw new IllegalStateException(line.toString().strip() + ": " + answer);
        }
        return answer;
    }

    int number(Object... words) {
        return Integer.parseInt(say(words));
    }

    @Override
    public void close() {
        python.destroyForcibly();
        try {
            boolean _ = python.waitFor(5, TimeUnit.SECONDS);
            Files.deleteIfExists(folder.resolve("port"));
            Files.deleteIfExists(folder.resolve("slave.py"));
            Files.deleteIfExists(folder);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
