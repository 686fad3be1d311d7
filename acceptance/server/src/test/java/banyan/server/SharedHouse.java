package banyan.server;

import banyan.server.store.Database;

/** The house's database, for tests in the rooms of this module. */
public final class SharedHouse {
    private SharedHouse() {}

    public static Database database() {
        return House.database();
    }
}
