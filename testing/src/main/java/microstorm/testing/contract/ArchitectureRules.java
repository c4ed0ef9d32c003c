package microstorm.testing.contract;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The rules that the code of the services and libraries follows; docs/decisions has the reasons.
 */
public final class ArchitectureRules {

  private static final String PATTERN = "jakarta.validation.constraints.Pattern";

  /** The classes below each root package that was asked for: reading them takes seconds. */
  private static final Map<String, JavaClasses> CLASSES = new ConcurrentHashMap<>();

  private ArchitectureRules() {}

  /**
   * The rules for the service in the given root package.
   *
   * @param root e.g. {@code microstorm.session}
   */
  public static List<ArchRule> of(String root) {
    return List.of(
        eventsAreSelfContained(root),
        noCyclesBetweenFeatures(root),
        nothingUsesAResource(),
        noOtherServicesClasses(root),
        injectionThroughConstructors(),
        noVagueNames(),
        patternsHaveAMessage(),
        invalidNamesItsFields(),
        durationsHaveAUnit());
  }

  /**
   * The rules for the library in the given root package.
   *
   * @param root e.g. {@code microstorm.http}
   */
  public static List<ArchRule> ofLibrary(String root) {
    return List.of(
        noCyclesBetweenPackages(root),
        injectionThroughConstructors(),
        noVagueNames(),
        durationsHaveAUnit());
  }

  /** The classes below a package that the module under test builds, without its tests. */
  public static JavaClasses classesOf(String root) {
    return CLASSES.computeIfAbsent(
        root,
        first ->
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(first));
  }

  /** The simple names of the service's events. */
  public static List<String> eventNames(String root) {
    return classesOf(root + ".event").stream()
        .filter(
            type ->
                type.isRecord() && type.isAssignableTo("microstorm.messaging.outbox.OutgoingEvent"))
        .map(JavaClass::getSimpleName)
        .toList();
  }

  static ArchRule eventsAreSelfContained(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".event..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage(root + ".event..")
                .or(resideInAPackage("microstorm.messaging.."))
                .or(resideOutsideOfPackages("microstorm..")))
        .as("events are a contract and do not depend on other classes of the service");
  }

  static ArchRule noCyclesBetweenFeatures(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  /** Counts the root package as one of the packages. */
  static ArchRule noCyclesBetweenPackages(String root) {
    String parent = root.substring(0, root.lastIndexOf('.'));
    return slices().matching(parent + ".(**)").should().beFreeOfCycles();
  }

  static ArchRule nothingUsesAResource() {
    return noClasses()
        .that(alwaysTrue())
        .should()
        .dependOnClassesThat(simpleNameEndingWith("Resource").and(resideInAPackage("microstorm..")))
        .as("nothing depends on a resource")
        .allowEmptyShould(true);
  }

  static ArchRule noOtherServicesClasses(String root) {
    String[] services = {"microstorm.session..", "microstorm.idea..", "microstorm.report.."};
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat(
            resideOutsideOfPackages(root + "..")
                .and(
                    resideInAPackage(services[0])
                        .or(resideInAPackage(services[1]))
                        .or(resideInAPackage(services[2]))))
        .as("a service does not use the classes of another service");
  }

  static ArchRule injectionThroughConstructors() {
    return fields()
        .should()
        .notBeAnnotatedWith(Inject.class)
        .as("dependencies are injected through the constructor")
        .allowEmptyShould(true);
  }

  static ArchRule noVagueNames() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Dto|DTO|Impl|Util|Utils|Manager|Helper)")
        .as("class names have no vague endings");
  }

  /** Without a message, the client would get the regular expression. */
  static ArchRule patternsHaveAMessage() {
    return classes()
        .should(
            new ArchCondition<>("have a message for each @Pattern") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                annotations(type)
                    .filter(annotation -> annotation.getRawType().getName().equals(PATTERN))
                    .filter(pattern -> !pattern.hasExplicitlyDeclaredProperty("message"))
                    .map(JavaAnnotation::getDescription)
                    .forEach(pattern -> events.add(violated(type, pattern)));
              }
            })
        .allowEmptyShould(true);
  }

  /** {@code ProblemException.invalid} takes the fields. */
  static ArchRule invalidNamesItsFields() {
    return noClasses()
        .should()
        .accessField("microstorm.http.problem.CommonProblem", "INVALID")
        .as("the problem invalid names the refused fields");
  }

  /** Without the converter, a number would be read as seconds. */
  static ArchRule durationsHaveAUnit() {
    return methods()
        .that()
        .haveRawReturnType(Duration.class)
        .and()
        .areDeclaredInClassesThat(
            describe(
                "are settings",
                type -> type.isInterface() && type.getName().matches(".*Config(\\$.*)?")))
        .should()
        .beAnnotatedWith("io.smallrye.config.WithConverter")
        .as("a setting with a duration needs a unit (@WithConverter(DurationWithUnit.class))")
        .allowEmptyShould(true);
  }

  /** The annotations of the type itself, of its fields and of its methods' parameters. */
  private static Stream<JavaAnnotation<?>> annotations(JavaClass type) {
    Stream.Builder<JavaAnnotation<?>> all = Stream.builder();
    type.getAnnotations().forEach(all::add);
    type.getFields().forEach(field -> field.getAnnotations().forEach(all::add));
    type.getCodeUnits().stream()
        .flatMap(code -> code.getParameterAnnotations().stream())
        .forEach(parameter -> parameter.forEach(all::add));
    return all.build();
  }
}
