package io.fluxhero.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The known answers of measuring, classifying and signalling, held against the classes that the strategy uses. */
class VectorsTest {

    /** Breadth that no part of the dual-mode strategy uses yet. */
    private static final Set<String> NOT_YET = Set.of(
            "er_regime",
            "correlation_matrix",
            "blend_signals",
            "regime_size",
            "mode_performance",
            "rebalance_weights",
            "adjusted_period",
            "volatility_spike",
            "spike_multipliers",
            "volatility_alpha",
            "volatility_adaptive_ema");

    /** Sizing and trailing belong to the account; they are held against their own classes with it. */
    private static final Set<String> ELSEWHERE = Set.of("trailing_stop", "risk_size", "explanation_sizing");

    private static final Map<String, Answer> ANSWERS = Stream.of(
                    MeasureAnswers.ALL, DecisionAnswers.ALL, PerformanceAnswers.ALL, ValidationAnswers.ALL)
            .flatMap(answers -> answers.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What our code says to the inputs of a vector. */
    interface Answer {
        Object to(Vector vector);
    }

    static Stream<Vector> vectors() {
        return all().filter(vector -> ANSWERS.containsKey(vector.function()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void answers_as_known(Vector vector) {
        check(vector, vector.expected(), ANSWERS.get(vector.function()).to(vector));
    }

    @Test
    void every_function_is_answered_or_named() {
        Set<String> unknown = all().map(Vector::function)
                .filter(function ->
                        !ANSWERS.containsKey(function) && !NOT_YET.contains(function) && !ELSEWHERE.contains(function))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Vector> left =
                all().filter(vector -> NOT_YET.contains(vector.function())).toList();

        System.out.printf(
                "vectors: %d answered, %d not yet: %s%n",
                vectors().count(), left.size(), left.stream().map(Vector::id).toList());

        assertThat(unknown).isEmpty();
    }

    private static Stream<Vector> all() {
        return Stream.of(
                        "indicators",
                        "regime",
                        "strategy",
                        "volatility",
                        "explanation",
                        "metrics",
                        "walkforward",
                        "calibration")
                .flatMap(file -> Vectors.of(file).stream());
    }

    private static void check(Vector vector, JsonNode expected, Object actual) {
        switch (actual) {
            case double[] values -> checkSeries(vector, Series.of(expected), values);
            case Double value -> checkSeries(vector, new double[] {expected.asDouble()}, new double[] {value});
            case Boolean claim -> assertThat(claim).as(vector.id()).isEqualTo(expected.asBoolean());
            case double[][] rows -> {
                assertThat(rows.length).as(vector.id() + " rows").isEqualTo(expected.size());
                for (int i = 0; i < rows.length; i++) {
                    checkSeries(vector, Series.of(expected.get(i)), rows[i]);
                }
            }
            case String text -> assertThat(text).as(vector.id()).isEqualTo(expected.asText());
            case Map<?, ?> parts -> parts.forEach((name, part) -> check(vector, expected.get(name.toString()), part));
            default -> fail("no comparison for " + actual.getClass());
        }
    }

    private static void checkSeries(Vector vector, double[] expected, double[] actual) {
        assertThat(actual).as(vector.id() + " length").hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            boolean same = Double.isNaN(expected[i])
                    ? Double.isNaN(actual[i])
                    : !Double.isNaN(actual[i]) && vector.matches(actual[i], expected[i]);
            assertThat(same)
                    .as("%s at %d: expected %s in %s", vector, i, expected[i], Arrays.toString(actual))
                    .isTrue();
        }
    }
}
