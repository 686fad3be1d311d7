package banyan.server;

import banyan.server.staff.AuditWalk;
import banyan.server.store.CentreSecret;
import banyan.server.store.Database;
import banyan.server.wire.CentreKey;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code ./kiosk audit [--dir DIR]}: walks the chain of what staff did and says whether it is whole. A centre that has its own database
 * must not be running. Exit status 0 where it is whole, 3 where it is not.
 */
public final class AuditMain {
    private AuditMain() {}

    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "banyan/server/serve-logback.xml");
        }
        if (arguments.length != 0 && (arguments.length != 2 || !arguments[0].equals("--dir"))) {
            System.err.println("usage: ./kiosk audit [--dir DIR]");
            System.exit(64);
        }
        try {
            System.exit(verify(arguments.length == 0 ? ServeMain.usualFolder() : Path.of(arguments[1])));
        } catch (IOException failed) {
            System.err.println("Not verified: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static int verify(Path folder) throws IOException {
        CentreSettings settings = settings(folder);
        try (Database database = Database.open(settings.database(), 1)) {
            byte[] secret = CentreSecret.in(settings.keys()).forUse(Foundation.AUDIT);
            return switch (new AuditWalk(secret, database.jdbi()).verify()) {
                case AuditWalk.Found.Whole(long rows) -> {
                    System.out.println("WHOLE " + rows);
                    yield 0;
                }
                case AuditWalk.Found.Broken(long seq) -> {
                    System.out.println("BROKEN at row " + seq);
                    yield 3;
                }
            };
        }
    }

    /** Settings of the centre that has its keys here; a folder in which none ever ran would otherwise become one. */
    static CentreSettings settings(Path folder) throws IOException {
        return switch (CentreFile.read(folder.resolve("centre.yaml"), CentreSettings.in(folder))) {
            case CentreFile.Read.Wrong(var mistakes) -> throw new IOException(String.join("\n", mistakes));
            case CentreFile.Read.Ready(var settings, _) -> {
                if (!CentreKey.isIn(settings.keys())) {
                    throw new IOException("no centre has its keys in " + settings.keys());
                }
                yield settings;
            }
        };
    }
}
