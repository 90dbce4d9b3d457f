package io.fluxhero.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The known answers of measuring, classifying and signalling, held against the classes that the strategy uses. */
class VectorsTest {

    private static final Map<String, Answer> ANSWERS = Stream.of(
                    MeasureAnswers.ALL,
                    RegimeAnswers.ALL,
                    DecisionAnswers.ALL,
                    NoiseAnswers.ALL,
                    RiskAnswers.ALL,
                    SimulationAnswers.ALL,
                    PerformanceAnswers.ALL,
                    ValidationAnswers.ALL)
            .flatMap(answers -> answers.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What our code says to the inputs of a vector. */
    interface Answer {
        Object to(Vector vector);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void answers_as_known(Vector vector) {
        assertThat(ANSWERS).containsKey(vector.function());
        check(vector, vector.expected(), ANSWERS.get(vector.function()).to(vector));
    }

    @Test
    void has_an_answer_to_what_no_vector_here_asks() {
        assertThat(ANSWERS).containsKeys("gap_ok", "near_close", "golden_ema", "concentration");
    }

    static Stream<Vector> all() {
        Stream<Vector> ours = Stream.of(
                        "indicators",
                        "regime",
                        "strategy",
                        "volatility",
                        "noise",
                        "explanation",
                        "risk",
                        "backtest",
                        "metrics",
                        "walkforward",
                        "calibration")
                .flatMap(file -> Vectors.of(file).stream());
        Stream<Vector> sizes = Vectors.of("execution").stream()
                .filter(vector -> vector.function().equals("position_sizer"));
        return Stream.concat(ours, sizes);
    }

    private static void check(Vector vector, JsonNode expected, @Nullable Object actual) {
        if (actual == null || expected.isNull()) {
            assertThat(actual).as(vector.id()).isNull();
            assertThat(expected.isNull()).as(vector.id()).isTrue();
            return;
        }
        switch (actual) {
            case double[] values -> checkSeries(vector, Series.of(expected), values);
            case boolean[] truths -> assertThat(truths).as(vector.id()).isEqualTo(truths(expected));
            case double[][] rows -> {
                assertThat(rows.length).as(vector.id()).isEqualTo(expected.size());
                for (int i = 0; i < rows.length; i++) {
                    checkSeries(vector, Series.of(expected.get(i)), rows[i]);
                }
            }
            case Double value -> checkSeries(vector, new double[] {expected.asDouble()}, new double[] {value});
            case Boolean claim -> assertThat(claim).as(vector.id()).isEqualTo(expected.asBoolean());
            case List<?> items -> {
                assertThat(items).as(vector.id()).hasSize(expected.size());
                for (int i = 0; i < items.size(); i++) {
                    check(vector, expected.get(i), items.get(i));
                }
            }
            case String text -> assertThat(text).as(vector.id()).isEqualTo(expected.asText());
            case Map<?, ?> parts ->
                expected.properties().forEach(part -> check(vector, part.getValue(), parts.get(part.getKey())));
            default -> fail("no comparison for " + actual.getClass());
        }
    }

    private static boolean[] truths(JsonNode array) {
        boolean[] truths = new boolean[array.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = array.get(i).asBoolean();
        }
        return truths;
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
