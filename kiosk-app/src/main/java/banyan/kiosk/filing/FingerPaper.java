package banyan.kiosk.filing;

import banyan.acceptance.Paper;
import banyan.cache.PageHandle;

/**
 * What a request has of a finger: its template, or the word that none was given.
 *
 * @param given the paper is a template
 * @param paper in the page store
 */
public record FingerPaper(boolean given, PageHandle paper) {
    /** Why there is no template. */
    public enum Without {
        /** The citizen goes on without. */
        CITIZEN,
        /** The pad does not work. */
        PAD
    }

    /** The paper that stands for a fingerprint which was not given, so that a clerk sees it and decides. */
    public static byte[] without(Without why) {
        return "{\"fingerprint\":\"not-given\",\"why\":\"%s\"}".formatted(why).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    String mediaType() {
        return given ? Paper.RECORD : "application/json";
    }
}
