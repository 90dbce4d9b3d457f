package io.fluxhero.engine.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Conditions that ArchUnit has no words for. */
final class HouseConditions {

    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    private HouseConditions() {}

    static ArchCondition<JavaClass> haveASimpleNameEndingIn(Set<String> suffixes) {
        return new ArchCondition<>("have a simple name ending in " + suffixes) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean ends = suffixes.stream().anyMatch(type.getSimpleName()::endsWith);
                events.add(
                        new SimpleConditionEvent(type, ends, type.getName() + " in " + type.getSourceCodeLocation()));
            }
        };
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package with a @NullMarked package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.tryGetAnnotationOfType(NULL_MARKED).isPresent())
                        .isPresent();
                String message = type.getName() + (marked ? " has" : " has no") + " @NullMarked package-info";
                events.add(new SimpleConditionEvent(type, marked, message));
            }
        };
    }
}
