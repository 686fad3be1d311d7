package banyan.kiosk.upkeep;

import java.util.Comparator;
import java.util.List;

/**
 * Whether the terminal can be opened for service: it can when every part of it stands well, and unknown is never well.
 *
 * @param parts all of them, what is to be done first, then what nobody knows, then the rest
 */
public record Readiness(List<Part> parts) {
    public Readiness {
        parts = parts.stream().sorted(Comparator.comparing(Part::standing)).toList();
    }

    /** What has to be seen to before service, in this order. */
    public List<Part> jobs() {
        return parts.stream().filter(Part::isJob).toList();
    }

    /** How many checks were passed. */
    public int passed() {
        return parts.size() - jobs().size();
    }

    /** Whether nothing is left to do. */
    public boolean open() {
        return jobs().isEmpty();
    }
}
