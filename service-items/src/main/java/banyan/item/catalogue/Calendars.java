package banyan.item.catalogue;

import banyan.item.WorkingDays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a calendar of working days by itself, for whoever takes a newer one without newer items. */
public final class Calendars {
    /** Of its file. */
    public static final String FILE = PackageReader.CALENDAR;

    private Calendars() {}

    /** What a file came to. */
    public sealed interface Read {
        record Days(WorkingDays days) implements Read {}

        /** It is no calendar; a sentence for each thing that is wrong. */
        record Wrong(List<String> mistakes) implements Read {
            public Wrong {
                mistakes = List.copyOf(mistakes);
            }
        }
    }

    /** Reads one; nothing of a file that has a mistake in it is taken. */
    public static Read read(byte[] file) {
        if (file.length > PackageFiles.LARGEST_FILE) {
            return new Read.Wrong(List.of("is larger than a calendar can be"));
        }
        Mistakes mistakes = new Mistakes("");
        PackageFiles files = new PackageFiles("", new TreeMap<>(Map.of(FILE, file)));
        WorkingDays days = new PackageReader(files, mistakes).calendar();
        return mistakes.none()
                ? new Read.Days(days)
                : new Read.Wrong(mistakes.all().stream().map(Mistake::toString).toList());
    }
}
