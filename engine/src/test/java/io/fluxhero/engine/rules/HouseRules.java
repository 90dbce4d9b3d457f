package io.fluxhero.engine.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What no module may do, checked on its classes. A module takes part with a test of this form, and with the dependency
 * {@code io.fluxhero:engine:test-jar} and {@code archunit-junit5} in test scope:
 *
 * <pre>{@code
 * class ArchitectureTest {
 *     @TestFactory
 *     Stream<DynamicTest> keeps_the_house_rules() {
 *         return HouseRules.of("io.fluxhero.risk");
 *     }
 * }
 * }</pre>
 */
public final class HouseRules {

    private static final List<String> EDGES = List.of("kafka", "postgres", "http", "alpaca", "paper");
    private static final String[] IMPURE = {
        "io.quarkus..",
        "io.smallrye..",
        "io.micrometer..",
        "jakarta..",
        "org.eclipse.microprofile..",
        "org.apache.kafka..",
        "org.hibernate..",
        "com.fasterxml..",
        "java.sql..",
        "javax.sql..",
        "org.slf4j..",
        "org.jboss..",
        "java.util.logging.."
    };
    private static final Set<String> BANNED_SUFFIXES =
            Set.of("Impl", "Util", "Utils", "Helper", "Manager", "DTO", "Dto", "Mapper");
    private static final Set<String> INJECTIONS =
            Set.of("Inject", "ConfigProperty", "RestClient", "Channel", "PersistenceContext");
    private static final Set<String> TIME_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private HouseRules() {}

    /** A rule by its name. */
    public record HouseRule(String name, ArchRule rule) {}

    /** Every rule as a test, for the production classes of {@code root} and the packages below it. */
    public static Stream<DynamicTest> of(String root) {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        if (house.isEmpty()) {
            throw new IllegalArgumentException("no classes in " + root);
        }
        return rulesFor(root).stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.name(), () -> rule.rule().check(house)));
    }

    /** The rules for {@code root} and the packages below it. */
    static List<HouseRule> rulesFor(String root) {
        List<HouseRule> rules = new ArrayList<>(List.of(
                new HouseRule("engine and domains know no technology", pureRulesKnowNoTechnology()),
                new HouseRule("engine and domains draw nothing from clock or chance", pureRulesAreDeterministic()),
                new HouseRule("nobody asks the system for the time", timeComesThroughAClock()),
                new HouseRule("engine knows no contracts", strangers("io.fluxhero.engine", "io.fluxhero.contracts")),
                new HouseRule("contracts know no engine", strangers("io.fluxhero.contracts", "io.fluxhero.engine")),
                new HouseRule("packages have no cycles", packagesHaveNoCycles()),
                new HouseRule("fields are not injected", fieldsAreNotInjected()),
                new HouseRule("names say what a thing is", namesSayWhatAThingIs()),
                new HouseRule("every package has its sign", everyPackageHasItsSign())));
        for (String edge : EDGES) {
            rules.add(new HouseRule(edge + " knows no other edge", edgeKnowsNoOther(root, edge)));
        }
        return List.copyOf(rules);
    }

    static ArchRule pureRulesKnowNoTechnology() {
        return noClasses()
                .that(arePure())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(IMPURE)
                .because("rules are pure: the edges know the technology")
                .allowEmptyShould(true);
    }

    static ArchRule pureRulesAreDeterministic() {
        return noClasses()
                .that(arePure())
                .should()
                .accessTargetWhere(callOf("the clock or chance", HouseRules::isClockOrChance))
                .because("same input, same output: clocks and seeds come through constructors")
                .allowEmptyShould(true);
    }

    static ArchRule timeComesThroughAClock() {
        return noClasses()
                .should()
                .accessTargetWhere(callOf("now() without a clock", HouseRules::isNowWithoutClock))
                .because("a java.time.Clock or InstantSource is injected")
                .allowEmptyShould(true);
    }

    static ArchRule strangers(String who, String whom) {
        return noClasses()
                .that()
                .resideInAPackage(who + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(whom + "..")
                .because("they meet only inside a service")
                .allowEmptyShould(true);
    }

    static ArchRule edgeKnowsNoOther(String root, String edge) {
        String[] others = EDGES.stream()
                .filter(other -> !other.equals(edge))
                .map(other -> root + "." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + edge + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("only an edge knows its technology, and edges meet in use cases")
                .allowEmptyShould(true);
    }

    static ArchRule packagesHaveNoCycles() {
        return slices().assignedFrom(new OnePackage()).should().beFreeOfCycles().allowEmptyShould(true);
    }

    static ArchRule fieldsAreNotInjected() {
        DescribedPredicate<JavaAnnotation<?>> injection = DescribedPredicate.describe(
                "an injection annotation",
                annotation -> INJECTIONS.contains(annotation.getRawType().getSimpleName()));
        return noFields()
                .should()
                .beAnnotatedWith(injection)
                .because("what a class needs stands in its constructor")
                .allowEmptyShould(true);
    }

    static ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should(HouseConditions.haveASimpleNameEndingIn(BANNED_SUFFIXES))
                .because("such a name says how, not what")
                .allowEmptyShould(true);
    }

    static ArchRule everyPackageHasItsSign() {
        return classes()
                .should(HouseConditions.liveInANullMarkedPackage())
                .because("package-info is the sign on the door, and @NullMarked a promise")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> arePure() {
        return DescribedPredicate.describe("are in engine or a domain package", HouseRules::isPure);
    }

    private static boolean isPure(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith("io.fluxhero.engine.") || name.contains(".domain.");
    }

    private static DescribedPredicate<JavaAccess<?>> callOf(
            String description, Predicate<JavaCodeUnitAccess<?>> banned) {
        return DescribedPredicate.describe(
                "is " + description, access -> access instanceof JavaCodeUnitAccess<?> call && banned.test(call));
    }

    private static boolean isClockOrChance(JavaCodeUnitAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean takesNothing = call.getTarget().getRawParameterTypes().isEmpty();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.util.Random" -> name.equals("<init>") && takesNothing;
            case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
            case "java.security.SecureRandom" -> name.equals("<init>");
            default -> isNowWithoutClock(call);
        };
    }

    private static boolean isNowWithoutClock(JavaCodeUnitAccess<?> call) {
        boolean hasClock = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.isAssignableTo(java.time.InstantSource.class));
        return call.getName().equals("now")
                && !hasClock
                && TIME_TYPES.contains(call.getTargetOwner().getName());
    }
}
