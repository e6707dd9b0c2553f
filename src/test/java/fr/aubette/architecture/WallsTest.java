package fr.aubette.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.attribute.FileAttribute;

/** The walls of the house, each with its reason: where a rule lives is where one looks for it. */
@AnalyzeClasses(packages = "fr.aubette", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    private static final String[] STAGES = {
        "fr.aubette.normalise..",
        "fr.aubette.identify..",
        "fr.aubette.classify..",
        "fr.aubette.thread..",
        "fr.aubette.dispatch.."
    };

    @ArchTest
    static final ArchRule noCycles = slices().matching("fr.aubette.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a stage that knows who calls it cannot be evaluated alone");

    @ArchTest
    static final ArchRule modelKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("fr.aubette.model..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages("java..", "fr.aubette.model..", "org.jspecify.."))
            .because("the nouns outlive every library");

    @ArchTest
    static final ArchRule aStageSeesTheModelAndNoOtherStage = slices().matching(
                    "fr.aubette.(normalise|identify|classify|thread)..")
            .should()
            .notDependOnEachOther()
            .because("a decision is pure over the model, so that the order of stages stays in the routes");

    @ArchTest
    static final ArchRule aStageSeesNothingBehindIt = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat(resideInAPackage("fr.aubette.ticket..")
                    .or(resideInAPackage("fr.aubette.store.."))
                    .or(resideInAPackage("fr.aubette.outbox.."))
                    .or(resideInAPackage("fr.aubette.intake..")))
            .because("a stage decides; effects are written once, at the end");

    @ArchTest
    static final ArchRule nobodySeesTheStore = noClasses()
            .that()
            .resideOutsideOfPackage("fr.aubette.store..")
            .should()
            .dependOnClassesThat(resideInAPackage("fr.aubette.store.."))
            .because("PostgreSQL is behind ports, so that explain runs without it");

    @ArchTest
    static final ArchRule theStoreShowsNothing = classes()
            .that()
            .resideInAPackage("fr.aubette.store..")
            .should()
            .notBePublic()
            .because("a public class of the store would be called around its port");

    @ArchTest
    static final ArchRule nobodySeesTheDesk = noClasses()
            .that()
            .resideOutsideOfPackages("fr.aubette.desk..", "fr.aubette.store.desk..")
            .should()
            .dependOnClassesThat(resideInAPackage("fr.aubette.desk.."))
            .because("the console holds no rule of its own: nothing to ask it; only the store stands behind its ports");

    @ArchTest
    static final ArchRule camelStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "fr.aubette.receive..",
                    "fr.aubette.lease..",
                    "fr.aubette.quarantine..",
                    "fr.aubette.outbox..",
                    "fr.aubette.stream..",
                    "fr.aubette.embedded..",
                    "fr.aubette.cli..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.camel.."))
            .because("a stage is a bean that does not know it is in a route");

    @ArchTest
    static final ArchRule sqlStaysInTheStore = noClasses()
            .that()
            .resideOutsideOfPackages("fr.aubette.store..", "fr.aubette.embedded..", "fr.aubette.cli..")
            .should()
            .dependOnClassesThat(resideInAPackage("java.sql.."))
            .because("every statement is found in one place");

    @ArchTest
    static final ArchRule jmsStaysInTheOutbox = noClasses()
            .that()
            .resideOutsideOfPackages("fr.aubette.outbox..", "fr.aubette.cli..")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.jms.."))
            .because("what is told to the broker is told by one relay");

    @ArchTest
    static final ArchRule nothingIsLeftInTheMachinesOwnFolder = noClasses()
            .should()
            .callMethod(Files.class, "createTempFile", String.class, String.class, FileAttribute[].class)
            .orShould()
            .callMethod(Files.class, "createTempDirectory", String.class, FileAttribute[].class)
            .orShould()
            .callMethod(File.class, "createTempFile", String.class, String.class)
            .because("what a killed hub had put aside holds citizens' words: it lies in the hub's own folder, "
                    + "which the next start clears");

    @ArchTest
    static final ArchRule mailStaysAtItsChannel = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "fr.aubette.receive.mail..",
                    "fr.aubette.normalise.mail..",
                    "fr.aubette.answer.smtp..",
                    "fr.aubette.embedded..",
                    "fr.aubette.cli..")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.mail.."))
            .because("a mail is a contact once it is normalised");

    @ArchTest
    static final ArchRule mailsLeaveByOneDoor = noClasses()
            .that()
            .resideOutsideOfPackages("fr.aubette.answer.smtp..", "fr.aubette.embedded..")
            .should()
            .dependOnClassesThat(assignableTo("jakarta.mail.Transport"))
            .because("what the gate did not see must not leave; the demonstration's citizens send to us");

    @ArchTest
    static final ArchRule onlyTheGateHasMailsCarried = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("fr.aubette.answer.OutboundGate")
            .should()
            .callMethod("fr.aubette.answer.Carrier", "carry", "fr.aubette.answer.Outgoing")
            .orShould()
            .callConstructorWhere(describe(
                    "it makes a mail that may leave",
                    call -> call.getTargetOwner().getFullName().equals("fr.aubette.answer.Outgoing")))
            .because("one place knows wishes, visas and loops");

    @ArchTest
    static final ArchRule noNoteReachesTheGate = noClasses()
            .that()
            .resideInAnyPackage("fr.aubette.answer..", "fr.aubette.store.answer..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("fr.aubette.desk..", "fr.aubette.store.desk..")
                    .or(simpleName("TicketLife"))
                    .or(simpleName("TicketEvent")))
            .because("an internal note is an event of the ticket: whoever writes to citizens cannot read one");

    @ArchTest
    static final ArchRule asteriskStaysAtItsChannel = noClasses()
            .that()
            .resideOutsideOfPackages("fr.aubette.receive.phone..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.asteriskjava.."))
            .because("another exchange is another adapter, nothing else");

    @ArchTest
    static final ArchRule theSentenceModelsRuntimeIsNamedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("fr.aubette.classify.embedding.onnx..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("ai.onnxruntime..", "ai.djl..", "fr.aubette.classify.embedding.onnx.."))
            .because("it does not ship: a class that names it can only be loaded beside it");
}
