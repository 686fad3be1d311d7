package banyan.walk;

import banyan.acceptance.KeyFiles;
import banyan.item.catalogue.Catalogue;
import banyan.item.catalogue.CatalogueReport;
import banyan.item.catalogue.SigningKey;
import banyan.item.catalogue.TrustedKeys;
import banyan.server.intake.CatalogueItemBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The service packages as a demonstration's centre reads them: local ones, signed by the development key as they are loaded. */
final class Catalogues {
    private Catalogues() {}

    static CatalogueItemBook book(Path folder, DemonstrationKeys keys) throws IOException {
        SigningKey development = SigningKey.of(KeyFiles.readPrivate(keys.serviceKey()));
        CatalogueReport report = Catalogue.load(folder, TrustedKeys.NONE, Optional.of(development));
        report.mistakes().forEach(System.err::println);
        return new CatalogueItemBook(report, List.of(), ZoneId.of("Asia/Shanghai"));
    }
}
