package banyan.server.city;

import banyan.server.casework.Casework;
import banyan.server.staff.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The city's platform as one centre knows it.
 *
 * @param courier who speaks with it; empty where cases go nowhere
 */
public record City(CityDesk desk, Optional<Courier> courier) {
    private static final Logger LOG = LoggerFactory.getLogger(City.class);

    /** An {@link IOException} says what is wrong with the plan or the token beside it. */
    public static City in(Path file, Jdbi rows, Casework casework, Audit audit, ZoneId zone, InstantSource clock)
            throws IOException {
        CityPlan plan = CityPlan.in(file);
        Advance advance = new Advance(casework);
        CityForm form = new CityForm(new NationalNumbers(plan.numbered()), zone);
        // Codes are in use whose check fails: whoever wrote it looks again, and the centre starts.
        plan.numbered().forEach((item, code) -> {
            if (!NationalNumbers.checks(code)) {
                LOG.warn("CITY-CODE-CHECK-FAILS item={}", item);
            }
        });
        Optional<Platform> platform = Optional.empty();
        if (plan.rest().isPresent()) {
            CityDoor door = plan.rest().get();
            Optional<String> token = door.tokenFile().isPresent()
                    ? Optional.of(Files.readString(file.resolveSibling(door.tokenFile().get())).strip())
                    : Optional.empty();
            platform = Optional.of(new RestPlatform(door, token));
        }
        Optional<Courier> courier = plan.isOn()
                ? Optional.of(new Courier(rows, plan, platform, form, advance, clock))
                : Optional.empty();
        return new City(new CityDesk(rows, plan, form, advance, audit, clock), courier);
    }
}
