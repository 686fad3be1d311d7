package banyan.walk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The walls of the house: which way arrows point, and why. */
class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("banyan");

    /** Each outside library, and the one package that may know it. */
    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            Map.entry("com.github.sarxos..", "banyan.driver.webcam.."),
            Map.entry("com.hp.jipp..", "banyan.driver.ipp.."),
            Map.entry("org.snmp4j..", "banyan.driver.ipp.."),
            Map.entry("jnasmartcardio..", "banyan.driver.pcsc.."),
            Map.entry("javax.smartcardio..", "banyan.driver.pcsc.."),
            Map.entry("au.com.southsky..", "banyan.driver.sane.."),
            Map.entry("com.github.anastaciocintra..", "banyan.driver.escpos.."),
            Map.entry("com.ghgande..", "banyan.driver.modbus.."),
            Map.entry("org.bytedeco..", "banyan.kiosk.filing.page.."),
            Map.entry("com.google.zxing..", "banyan.kiosk.documents.."),
            Map.entry("org.sqlite..", "banyan.cache.."),
            Map.entry("okhttp3..", "banyan.cache.."),
            Map.entry("dev.cel..", "banyan.item.."),
            Map.entry("com.networknt..", "banyan.item.."),
            Map.entry("org.jdbi..", "banyan.server.."),
            Map.entry("io.javalin..", "banyan.server.."),
            Map.entry("software.amazon..", "banyan.server.store.."),
            Map.entry("io.github.resilience4j..", "banyan.server.register.."),
            Map.entry("io.micrometer..", "banyan.server.watch.."),
            Map.entry("com.fazecast..", "banyan.wire.."),
            Map.entry("org.hid4java..", "banyan.wire.hid.."),
            Map.entry("com.machinezoo..", "banyan.kiosk.identity.finger.."),
            Map.entry("org.apache.pdfbox..", "banyan.kiosk.documents.."),
            Map.entry("org.apache.fontbox..", "banyan.kiosk.documents.."),
            Map.entry("org.bouncycastle..", "banyan.attest.."),
            Map.entry("com.zaxxer..", "banyan.server.store.."),
            Map.entry("com.yubico..", "banyan.server.signin.."),
            Map.entry("com.eatthepath..", "banyan.server.signin.."),
            Map.entry("org.apache.commons.codec..", "banyan.server.signin.."),
            Map.entry("org.flywaydb..", "banyan.server.store.."),
            Map.entry("io.zonky..", "banyan.server.store.."));

    /**
     * Papers are signed with Bouncy Castle in one house and the journal's keys sealed in the other; schemas are asked by the items' forms
     * and by who examines another's centre. Neither is to know the other.
     */
    private static final Map<String, String> SECOND_HOMES =
            Map.of("org.bouncycastle..", "banyan.cache..", "com.networknt..", "banyan.integrator..");

    @Test
    void theTwoApisNeedNothingButTheJdkAndAnnotations() {
        classes()
                .that()
                .resideInAnyPackage("banyan.acceptance..", "banyan.device..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("banyan.acceptance..", "banyan.device..", "java..", "javax.crypto..", "org.jspecify..")
                .because("a vendor compiles against them alone")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("banyan.device..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("banyan.acceptance..")
                .because("a device knows nothing of cases")
                .check(HOUSE);
    }

    @Test
    void javaFxIsKnownUnderTheScreensAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("banyan.kiosk.ui..", "banyan.walk.inside..", "banyan.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("the visit must be testable, and runnable, without a screen")
                .check(HOUSE);
    }

    @Test
    void nobodyImportsADriver() {
        noClasses()
                .that()
                .resideOutsideOfPackage("banyan.driver..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("banyan.driver..")
                .because("drivers are found by ServiceLoader, so that a vendor's is as good as ours")
                .check(HOUSE);
        slices().matching("banyan.driver.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a driver can be added or dropped alone")
                .check(HOUSE);
    }

    @Test
    void eachOutsideLibraryAppearsInOnePackage() {
        LIBRARIES.forEach((library, home) -> noClasses()
                .that()
                .resideOutsideOfPackages(
                        home, SECOND_HOMES.getOrDefault(library, home), "banyan.simulator..", "banyan.walk..", "banyan.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .because(library + " is replaced in one place or not at all")
                .check(HOUSE));
    }

    @Test
    void theTerminalKnowsNeitherSimulatorNorPlayerNorCentre() {
        noClasses()
                .that()
                .resideInAnyPackage("banyan.kiosk..", "banyan.cache..", "banyan.item..", "banyan.driver..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("banyan.simulator..", "banyan.walk..", "banyan.server..", "banyan.conformance..")
                .because("the terminal runs real drivers; everything simulated is at the other end of a wire")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("banyan.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("banyan.device..", "banyan.driver..", "banyan.kiosk..")
                .because("two readings of one protocol check each other")
                .check(HOUSE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("banyan.(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("banyan.kiosk.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void expectedFailuresAreValues() {
        methods()
                .should(notDeclare(Exception.class))
                .because("an expected failure has a type that says what to do next")
                .check(HOUSE);
    }

    @Test
    void foldersAreTasks() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..manager..", "..helper..", "..impl..", "..misc..")
                .because("a folder is a citizen's or a vendor's task")
                .check(HOUSE);
    }

    @Test
    void nobodyPrintsOrDumpsBesideTheLog() {
        noClasses()
                .that(areNotPrograms())
                .should()
                .callMethod(Throwable.class, "printStackTrace")
                .because("a stack may carry a citizen's words")
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> areNotPrograms() {
        return DescribedPredicate.describe(
                "are not programs",
                type -> type.getMethods().stream()
                        .noneMatch(method -> method.getName().equals("main")));
    }

    private static ArchCondition<JavaMethod> notDeclare(Class<? extends Throwable> wide) {
        return new ArchCondition<>("not declare " + wide.getSimpleName()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean declares = method.getThrowsClause().containsType(wide);
                events.add(new SimpleConditionEvent(
                        method, !declares, method.getFullName() + " declares " + wide.getSimpleName()));
            }
        };
    }
}
