package banyan.cache;

import banyan.acceptance.Sha256;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** How many bytes these papers are together when they are sent; the same bytes go once. */
    public static long bytes(List<PageHandle> pages) {
        Set<Sha256> counted = new HashSet<>();
        return pages.stream()
                .filter(page -> counted.add(page.hash()))
                .mapToLong(PageHandle::size)
                .sum();
    }

    @Override
    public String toString() {
        return "PageHandle[" + size + " bytes]";
    }
}
