package banyan.server.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is in a backup, so that it can be held against it.
 *
 * @param schema the last migration of the database it was taken from
 * @param keyId the centre's key under which its receipts are signed
 * @param tables in an order in which each comes after those it refers to
 * @param counters where each sequence was
 * @param papersHash of the list of papers
 * @param releases files of releases
 */
public record Manifest(
        int form,
        Instant madeAt,
        String schema,
        String keyId,
        List<Table> tables,
        Map<String, Long> counters,
        long papers,
        long paperBytes,
        String papersHash,
        List<String> releases) {
    static final int FORM = 1;
    static final String NAME = "manifest.json";
    static final String SIGNATURE = "manifest.signature";
    static final String PAPERS = "papers.list";
    static final String RELEASES = "releases/";

    /**
     * The rows of a table.
     *
     * @param hash of its entry
     */
    public record Table(String name, List<String> columns, long rows, String hash) {
        String entry() {
            return "rows/" + name + ".copy";
        }
    }
}
