package banyan.kit.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What whoever starts one of Debian's programs as a peer needs first: where it is, and a port for it. */
public final class Peer {
    private Peer() {}

    /**
     * Where the program is. One that is missing is a failure that says how it comes: a peer is never left out in silence.
     *
     * @param install the command that installs it
     */
    public static String program(String name, String install) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin", "/usr/bin"))
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new AssertionError(name + " is not installed: " + install));
    }

    /** A port of the loopback interface that nobody listened on a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
