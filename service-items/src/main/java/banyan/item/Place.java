package banyan.item;

/**
 * Where in a package something stands.
 *
 * @param file relative to the package, with slashes
 * @param line from 1; 0: the whole file
 */
public record Place(String file, int line) {
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
