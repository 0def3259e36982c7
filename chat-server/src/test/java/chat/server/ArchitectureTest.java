package chat.server;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.PrintableText;
import chat.server.net.ChatCommandHandler;
import chat.server.net.ChatPipeline;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.netty.channel.ChannelPipeline;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The design's rules about who may know whom. Dependencies point down only. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("chat");

    /** Where a command line begins: the main classes, subcommands of theirs, and groups of options. */
    private static final String MAIN =
            ".*(Main|server\\.\\w+Options|server\\.DoctorCommand|server\\.admin\\..*|client\\.bench\\.BenchCommand|client\\.cli\\..*)(\\$.*)?";

    @Test
    void shouldLetDependenciesPointDownOnly() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("wiring")
                .definedBy("chat.server")
                .layer("admin")
                .definedBy("chat.server.admin..")
                .layer("control")
                .definedBy("chat.server.control..")
                .layer("doctor")
                .definedBy("chat.server.doctor..")
                .layer("net")
                .definedBy("chat.server.net..")
                .layer("command")
                .definedBy("chat.server.command..")
                .layer("delivery")
                .definedBy("chat.server.delivery..")
                .layer("session")
                .definedBy("chat.server.session..")
                .layer("moderation")
                .definedBy("chat.server.moderation..")
                .layer("sanction")
                .definedBy("chat.server.sanction..")
                .layer("audit")
                .definedBy("chat.server.audit..")
                .layer("limit")
                .definedBy("chat.server.limit..")
                .layer("store")
                .definedBy("chat.server.store..")
                .layer("account")
                .definedBy("chat.server.account..")
                .layer("contact")
                .definedBy("chat.server.contact..")
                .layer("mail")
                .definedBy("chat.server.mail..")
                .layer("room")
                .definedBy("chat.server.room..")
                .layer("name")
                .definedBy("chat.server.name..")
                .whereLayer("wiring")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("admin")
                .mayOnlyBeAccessedByLayers("wiring")
                .whereLayer("control")
                .mayOnlyBeAccessedByLayers("wiring", "admin")
                .whereLayer("doctor")
                .mayOnlyBeAccessedByLayers("wiring")
                .whereLayer("net")
                .mayOnlyBeAccessedByLayers("wiring", "doctor")
                .whereLayer("command")
                .mayOnlyBeAccessedByLayers("wiring", "net")
                .whereLayer("delivery")
                .mayOnlyBeAccessedByLayers("wiring")
                .whereLayer("moderation")
                .mayOnlyBeAccessedByLayers("wiring", "control", "command")
                .whereLayer("sanction")
                .mayOnlyBeAccessedByLayers("command", "moderation", "session", "store")
                .whereLayer("audit")
                .mayOnlyBeAccessedByLayers("wiring", "control", "command", "moderation", "store")
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("wiring", "control", "net", "command", "delivery", "moderation")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("wiring", "admin", "doctor")
                .whereLayer("name")
                .mayOnlyBeAccessedByLayers("control", "command", "moderation", "session", "room", "account", "sanction")
                .whereLayer("account")
                .mayOnlyBeAccessedByLayers(
                        "wiring", "control", "command", "session", "store", "mail", "contact", "moderation", "sanction")
                .whereLayer("contact")
                .mayOnlyBeAccessedByLayers("wiring", "command", "session", "store")
                .whereLayer("mail")
                .mayOnlyBeAccessedByLayers("wiring", "command", "moderation", "session", "store")
                .whereLayer("limit")
                .mayOnlyBeAccessedByLayers(
                        "wiring", "doctor", "net", "command", "session", "account", "moderation", "sanction", "store")
                .because("the design says: net -> command -> session, room; delivery -> room, session; store -> room;"
                        + " control, as command, asks moderation, session and account"));
    }

    @Test
    void shouldKeepARoomFreeOfEverythingElse() {
        check(classes()
                .that()
                .resideInAPackage("chat.server.room..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "chat.server.room..", "chat.server.name..", "chat.common..", "java..", "org.jspecify.."));
    }

    @Test
    void shouldKnowTheDatabaseInTheStoreOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("chat.server.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.flywaydb.."));
        check(classes()
                .that()
                .resideInAPackage("chat.server.store..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "chat.server.store..",
                        "chat.server.room..",
                        "chat.server.account..",
                        "chat.server.mail..",
                        "chat.server.contact..",
                        "chat.server.sanction..",
                        "chat.server.audit..",
                        "chat.server.limit..",
                        "chat.common..",
                        "org.sqlite..",
                        "org.flywaydb..",
                        "org.slf4j..",
                        "java..",
                        "org.jspecify..")
                .because("it implements what rooms, accounts, bans and the audit ask for, and knows of nobody else"));
    }

    @Test
    void shouldKnowHowPasswordsAreHashedInOnePackageOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("chat.server.account..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle.."));
        check(classes()
                .that()
                .resideInAPackage("chat.server.account..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "chat.server.account..",
                        "chat.server.name..",
                        "chat.server.limit..",
                        "chat.common..",
                        "org.bouncycastle.crypto..",
                        "rocks.xmpp.precis..",
                        "org.slf4j..", // SecretsIT greps what is written
                        "java..",
                        "org.jspecify.."));
    }

    @Test
    void shouldKeepLimitsFreeOfEverythingElse() {
        check(classes()
                .that()
                .resideInAPackage("chat.server.limit..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("chat.server.limit..", "java..", "org.jspecify.."));
    }

    @Test
    void shouldKeepNettyOutOfRoomsAndCommands() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "chat.server.room..",
                        "chat.server.command..",
                        "chat.server.control..",
                        "chat.server.moderation..",
                        "chat.server.sanction..",
                        "chat.server.audit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty.."));
    }

    @Test
    void shouldKeepNettyOutOfTheClientsLink() {
        check(noClasses()
                .that()
                .resideInAPackage("chat.client.link..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .because("its tests move the clock and the wire by hand"));
    }

    @Test
    void shouldKeepNettyOutOfWhatServerAndClientShareExceptTransports() {
        check(noClasses()
                .that()
                .resideInAPackage("chat.common..")
                .and()
                .resideOutsideOfPackage("chat.common.net..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty.."));
    }

    @Test
    void shouldKnowTheJsonLibraryWhereEventsAreWrittenOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("chat.common.event..", "chat.common.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.."));
    }

    @Test
    void shouldAssembleEveryPipelineInOneClass() {
        check(noClasses()
                .that()
                .resideInAPackage("chat.server..")
                .and()
                .doNotHaveFullyQualifiedName(ChatPipeline.class.getName())
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(ChannelPipeline.class))).and(target(nameStartingWith("add")))));
    }

    @Test
    void shouldKnowHttpWhereBrowsersComeInOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("chat.server..")
                .and()
                .resideOutsideOfPackage("chat.server.net.web..")
                .and()
                .doNotHaveFullyQualifiedName("chat.server.session.Closing")
                .and()
                .doNotHaveFullyQualifiedName("chat.server.net.WebTurnedAway")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty.handler.codec.http..")
                .because("sessions write lines, whatever carries them; only their end differs"));
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        check(slices().matching("chat.(**)").should().beFreeOfCycles());
    }

    @Test
    void shouldKnowTheCommandLineInMainClassesOnly() {
        check(noClasses()
                .that()
                .haveNameNotMatching(MAIN)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli.."));
    }

    @Test
    void shouldLogThroughSlf4jOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("chat.server..")
                .and()
                .haveNameNotMatching(MAIN)
                .and()
                .resideOutsideOfPackage("chat.server.log..")
                .should(ACCESS_STANDARD_STREAMS)
                .orShould(USE_JAVA_UTIL_LOGGING)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("ch.qos.logback.."));
    }

    @Test
    void shouldKnowWhichNamesLookAlikeInOnePackageOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("chat.server.name..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.ibm.icu.."));
        check(classes()
                .that()
                .resideInAPackage("chat.server.name..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "chat.server.name..", "chat.common..", "com.ibm.icu..", "java..", "org.jspecify.."));
    }

    @Test
    void shouldCleanWhatPeopleTypeWhereItComesInOnly() {
        JavaClass cleaner = ALL.get(PrintableText.class);
        Set<String> places = Stream.concat(
                        cleaner.getMethodCallsToSelf().stream(), cleaner.getMethodReferencesToSelf().stream())
                .map(call -> call.getOriginOwner().getName())
                .filter(name -> name.startsWith("chat.server."))
                .collect(Collectors.toSet());
        assertThat(places)
                .containsExactlyInAnyOrder(ChatCommandHandler.class.getName(), "chat.server.control.ControlWire");
    }

    @Test
    void shouldKeepServerAndClientApart() {
        check(noClasses()
                .that()
                .resideInAPackage("chat.client..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("chat.server.."));
        check(noClasses()
                .that()
                .resideInAPackage("chat.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("chat.client.."));
    }

    @Test
    void shouldKeepTheTerminalAndTheNetworkOfTheClientApart() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("chat.client.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jline.."));
        check(noClasses()
                .that()
                .resideInAPackage("chat.client.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty.."));
    }

    private static void check(ArchRule rule) {
        rule.check(ALL);
    }
}
