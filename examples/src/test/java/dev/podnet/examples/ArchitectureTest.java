package dev.podnet.examples;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. A rule with no class to look at yet holds; it bites when the class comes. */
@AnalyzeClasses(packages = "dev.podnet", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule providersAreRegisteredInFewPlaces =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.podnet.components",
              "dev.podnet.components.resource..",
              "dev.podnet.stack..",
              "dev.podnet.pulumi..",
              "dev.podnet.examples.bench..",
              "dev.podnet.examples.reuse..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.pulumi..")
          .because("the plan decides and is tried without an engine; resources only carry it out")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule stackConfigIsReadInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.podnet.stack.source..", "dev.podnet.examples.reuse..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("com.pulumi.Config")
          .because("findings name settings as the user wrote them, so one reader sees them all")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nativeCodeIsCalledInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.podnet.linux..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.foreign..")
          .because("a wrong layout crashes the process")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theKubernetesClientStaysInTheLocalCloudAndTheTool =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.podnet.kubernetes..", "dev.podnet.pulumi.kubernetes..", "dev.podnet.podnetctl..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.fabric8..")
          .because("the agent has 96 MB and the stack has the engine's provider")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theLibraryKnowsNobody =
      classes()
          .that()
          .resideInAPackage("dev.podnet.components..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("dev.podnet.components..")
                  .or(not(resideInAnyPackage("dev.podnet.."))))
          .because("stacks, tools and the local cloud come and go around it")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theLocalCloudKnowsNoStack =
      noClasses()
          .that()
          .resideInAnyPackage("dev.podnet.sim..", "dev.podnet.pulumi..", "dev.podnet.kubernetes..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.podnet.components..", "dev.podnet.stack..")
          .because("a simulator that shares code with what it judges agrees with its mistakes")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule modulesFormNoCycle =
      slices().matching("dev.podnet.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule theLibraryFormsNoCycle =
      slices()
          .matching("dev.podnet.components.(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true);
}
