package banyan.simulator.camera;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Way;
import banyan.simulator.traffic.Words;
import java.nio.charset.StandardCharsets;

/** What passes before a camera: a path, then pictures, which are of somebody. */
final class PictureWords implements Words {
    @Override
    public Spoken of(Way way, byte[] bytes, byte[] asked) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (way == Way.TO_DEVICE) {
            return Spoken.open(text.replaceAll("[^ -~]", ""));
        }
        int picture = text.indexOf("\r\n\r\n\u00ff\u00d8");
        return picture < 0 ? Spoken.unknown(bytes.length) : Spoken.personal("picture", picture + 4, bytes.length);
    }
}
