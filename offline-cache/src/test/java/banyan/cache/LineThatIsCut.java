package banyan.cache;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A journal, a centre, and between them a line that can be cut. */
abstract class LineThatIsCut {
    @TempDir
    Path folder;

    TestCentre centre;
    FaultProxy proxy;
    Journal journal;
    PageStore pages;

    @BeforeEach
    void start() throws IOException {
        centre = new TestCentre();
        proxy = new FaultProxy(centre.port());
        journal = Given.journal(folder);
        pages = PageStore.open(folder, VisitKey.random());
    }

    @AfterEach
    void stop() throws IOException {
        journal.close();
        proxy.close();
        centre.close();
    }
}
