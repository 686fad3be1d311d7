package banyan.server;

import java.nio.charset.StandardCharsets;

/** Where some terminals of the house stand. */
final class TestPlaces {
    static final byte[] PLACES = """
            {"districts": [
               {"district": "gulou", "chinese": "鼓楼", "english": "Gulou", "longitude": 119.30, "latitude": 26.08},
               {"district": "cangshan", "chinese": "仓山", "english": "Cangshan", "longitude": 119.32, "latitude": 26.04},
               {"district": "mawei", "chinese": "马尾", "english": "Mawei", "longitude": 119.46, "latitude": 25.99},
               {"district": "minhou", "chinese": "闽侯", "english": "Minhou", "longitude": 119.14, "latitude": 26.15}],
             "terminals": [
               {"terminal": "A105", "hall": "鼓楼大厅", "district": "gulou"},
               {"terminal": "C100", "hall": "鼓楼大厅", "district": "gulou"},
               {"terminal": "C101", "hall": "仓山万达", "district": "cangshan"},
               {"terminal": "C102", "hall": "马尾分厅", "district": "mawei"}]}
            """.getBytes(StandardCharsets.UTF_8);

    private TestPlaces() {}
}
