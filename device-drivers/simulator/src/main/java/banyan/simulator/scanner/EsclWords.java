package banyan.simulator.scanner;

import banyan.simulator.traffic.HttpWords;
import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Way;
import java.nio.charset.StandardCharsets;

/** What eSCL calls its requests; of bodies, a page is somebody's and XML is not. */
final class EsclWords extends HttpWords {
    @Override
    protected Spoken body(Way way, String name, byte[] bytes, int body, byte[] asked) {
        boolean xml = new String(bytes, body, Math.min(5, bytes.length - body), StandardCharsets.ISO_8859_1).equals("<?xml");
        return xml ? Spoken.open(name) : super.body(way, name, bytes, body, asked);
    }
}
