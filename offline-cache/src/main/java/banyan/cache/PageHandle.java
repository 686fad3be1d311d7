package banyan.cache;

import banyan.acceptance.Sha256;

/**
 * Names one sealed page of a visit. A draft may store it; the bytes can be had only with the visit's key.
 *
 * @param name 32 random hexadecimal digits: the file, which tells nothing
 * @param size of the page in clear, in bytes
 * @param hash of the page in clear; {@link #toString} does not give it, for a picture's hash recognises the picture
 */
public record PageHandle(String name, long size, Sha256 hash) {
    public PageHandle {
        if (!name.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("not the name of a page");
        }
    }

    @Override
    public String toString() {
        return "PageHandle[" + size + " bytes]";
    }
}
