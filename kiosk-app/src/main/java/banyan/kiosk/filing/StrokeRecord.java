package banyan.kiosk.filing;

import banyan.acceptance.Sha256;
import banyan.kiosk.documents.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The strokes of a signature bound to the document that was shown: the evidence, as JSON. */
public final class StrokeRecord {
    private static final JsonMapper JSON = new JsonMapper();

    private StrokeRecord() {}

    /** {@code document} is the hash of the PDF that was shown; each point is x, y, pressure, milliseconds. */
    public static byte[] json(Sha256 document, Signature signature) {
        List<List<double[]>> strokes = new ArrayList<>();
        for (var stroke : signature.strokes()) {
            strokes.add(stroke.points().stream()
                    .map(point -> new double[] {
                        rounded(point.x()), rounded(point.y()), rounded(point.pressure()), point.millis()
                    })
                    .toList());
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("document", document.hex());
        all.put("aspect", rounded(signature.aspect()));
        all.put("strokes", strokes);
        return JSON.writeValueAsBytes(all);
    }

    private static double rounded(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }
}
