package banyan.driver.rig;

import banyan.kit.rig.Peer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An SNMP agent that nobody here wrote, net-snmp's {@code snmpd}: it speaks the protocol, and has a printer's objects from a file of
 * this rig's. The printer is the third device of its host.
 */
public final class Snmpd implements AutoCloseable {
    /** The name it answers to. */
    public static final String COMMUNITY = "hall-printers";

    private static final String INSTALL = "apt-get install --no-install-recommends snmpd";
    private static final String STATUS = "1.3.6.1.2.1.25.3.5.1.1.3";
    private static final String DEVICE = "1.3.6.1.2.1.25.3.2.1.5.3";
    private static final String ERRORS = "1.3.6.1.2.1.25.3.5.1.2.3";
    private static final String COVER = "1.3.6.1.2.1.43.6.1.1.3.3.1";
    private static final String TRAY = "1.3.6.1.2.1.43.8.2.1.10.3.1";
    private static final String UNIT = "1.3.6.1.2.1.43.10.2.1.3.3.1";
    private static final String COUNT = "1.3.6.1.2.1.43.10.2.1.4.3.1";
    private static final String SUPPLY_CLASS = "1.3.6.1.2.1.43.11.1.1.4.3.1";
    private static final String SUPPLY_LEVEL = "1.3.6.1.2.1.43.11.1.1.9.3.1";
    private static final String SEVERITY = "1.3.6.1.2.1.43.18.1.1.2.3.1";
    private static final String ALERT = "1.3.6.1.2.1.43.18.1.1.7.3.1";
    private static final long STARTING = TimeUnit.SECONDS.toNanos(20);

    private final Path folder;
    private final Path rows;
    private final int port;
    private final Process daemon;
    private final Map<String, String> objects = new TreeMap<>();

    /** Starts it; the folder is the test's own. */
    public Snmpd(Path folder) {
        this.folder = folder;
        this.rows = folder.resolve("rows");
        this.port = freePort();
        try (InputStream script = Snmpd.class.getResourceAsStream("snmpd-rows.py")) {
            if (script == null) {
                throw new IllegalStateException("the script is missing");
            }
            Path asked = folder.resolve("rows.py");
            long _ = Files.copy(script, asked, StandardCopyOption.REPLACE_EXISTING);
            well();
            StringBuilder conf = new StringBuilder("rocommunity " + COMMUNITY + " 127.0.0.1\n");
            for (String below : new String[] {".1.3.6.1.2.1.25.3.2", ".1.3.6.1.2.1.25.3.5", ".1.3.6.1.2.1.43"}) {
                conf.append("pass_persist -p 1 %s /usr/bin/python3 %s %s\n".formatted(below, asked, rows));
            }
            Path file = Files.writeString(folder.resolve("snmpd.conf"), conf);
            // Its own host's devices are left out, so that the printer is the only one.
            ProcessBuilder builder = new ProcessBuilder(
                    Peer.program("snmpd", INSTALL),
                    "-f",
                    "-Lf",
                    folder.resolve("log").toString(),
                    "-C",
                    "-c",
                    file.toString(),
                    "-I",
                    "-hr_device,hr_print,smux",
                    "udp:127.0.0.1:" + port);
            builder.environment().put("SNMP_PERSISTENT_DIR", folder.resolve("persistent").toString());
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            daemon = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long end = System.nanoTime() + STARTING;
        while (!listens()) {
            if (!daemon.isAlive() || System.nanoTime() - end > 0) {
                close();
                throw new IllegalStateException("snmpd did not come up");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static int freePort() {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (var _ = new DatagramSocket(new InetSocketAddress("127.0.0.1", port))) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** As a printer that has nothing to complain of and has made a thousand impressions. */
    public void well() {
        objects.clear();
        objects.put(STATUS, "integer 3");
        objects.put(DEVICE, "integer 2");
        objects.put(ERRORS, "octet 00 00");
        objects.put(COVER, "integer 4");
        objects.put(TRAY, "integer 250");
        objects.put(UNIT, "integer 7");
        objects.put(COUNT, "counter 1000");
        objects.put(SUPPLY_CLASS, "integer 3");
        objects.put(SUPPLY_LEVEL, "integer 80");
        write();
    }

    /** As a printer in which paper is stuck. */
    public void jammed() {
        objects.put(STATUS, "integer 1");
        objects.put(DEVICE, "integer 5");
        objects.put(ERRORS, "octet 04 00");
        objects.put(SEVERITY, "integer 3");
        objects.put(ALERT, "integer 8");
        write();
    }

    /** As a printer without paper. */
    public void empty() {
        objects.put(STATUS, "integer 1");
        objects.put(DEVICE, "integer 5");
        objects.put(ERRORS, "octet 40 04");
        objects.put(TRAY, "integer 0");
        write();
    }

    /** As a printer that has made so many impressions. */
    public void counted(int impressions) {
        objects.put(COUNT, "counter " + impressions);
        write();
    }

    private void write() {
        StringBuilder text = new StringBuilder();
        objects.forEach((oid, value) -> text.append(oid).append(' ').append(value).append('\n'));
        try {
            Path fresh = Files.writeString(folder.resolve("rows.new"), text);
            var _ = Files.move(fresh, rows, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        daemon.descendants().forEach(ProcessHandle::destroyForcibly);
        boolean _ = daemon.destroyForcibly().onExit().join().isAlive();
    }
}
