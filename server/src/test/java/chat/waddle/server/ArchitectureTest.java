package chat.waddle.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The arrows between the modules and the rules that keep each concern in its place.
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("chat.waddle");

    private static final String[] SQLITE = {"chat.waddle.sqlite..", "chat.waddle.ids.."};
    private static final String[] WADDLE_DB = {
        "chat.waddle.shard..",
        "chat.waddle.attachment..",
        "chat.waddle.message..",
        "chat.waddle.search..",
        "chat.waddle.channel..",
        "chat.waddle.community..",
        "chat.waddle.thread.."
    };
    private static final String DIRECTORY = "chat.waddle.directory..";
    private static final String MIGRATIONS = "chat.waddle.migrations..";
    private static final String MONITOR = "chat.waddle.monitor..";
    private static final String SERVER = "chat.waddle.server..";
    private static final String OBJECT_STORE = "chat.waddle.objectstore..";

    @Test
    void everyModuleWasFound() {
        assertThat(CODE.size()).isGreaterThan(400);
        for (String module : new String[] {"sqlite", "migrations", "directory", "shard", "monitor", "server"}) {
            assertThat(CODE.containPackage("chat.waddle." + module)).as(module).isTrue();
        }
    }

    @Test
    void sqliteKnowsNoOtherModule() {
        noClasses()
                .that()
                .resideInAnyPackage(SQLITE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DIRECTORY, MIGRATIONS, MONITOR, SERVER, OBJECT_STORE, "chat.waddle.shard..")
                .check(CODE);
    }

    @Test
    void theDirectoryAndTheWaddlesNeverSeeEachOther() {
        noClasses()
                .that()
                .resideInAPackage(DIRECTORY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WADDLE_DB)
                .check(CODE);
        noClasses()
                .that()
                .resideInAnyPackage(WADDLE_DB)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DIRECTORY)
                .check(CODE);
    }

    @Test
    void nothingBelowTheServerKnowsHttpOrMetrics() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SERVER, "chat.waddle.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "io.micrometer..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage(SERVER)
                .check(CODE);
    }

    @Test
    void theMonitorAndTheServerSpeakNoSql() {
        noClasses()
                .that()
                .resideInAnyPackage(MONITOR, SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "org.sqlite..")
                .check(CODE);
    }

    @Test
    void statementsAreSeenByTheirOwnPackageOnly() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Sql")
                .and()
                .areInterfaces()
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("chat.waddle..")
                .andShould()
                .notBePublic()
                .check(CODE);
    }

    @Test
    void appliersAskNoClockNoChanceAndNoNetwork() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Applier")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.util.random..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .check(CODE);
    }

    @Test
    void noCyclesBetweenTheFeaturesOfTheServer() {
        slices().matching("chat.waddle.server.(*)..").should().beFreeOfCycles().check(CODE);
    }
}
