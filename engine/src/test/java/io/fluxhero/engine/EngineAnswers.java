package io.fluxhero.engine;

import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.VectorsTest.Answer;
import io.fluxhero.engine.risk.SizerAnswers;
import io.fluxhero.engine.simulation.PaperAnswers;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every function of the vectors that this module answers, for whoever runs them from outside. */
public final class EngineAnswers {

    private static final Map<String, Answer> OURS = Stream.of(
                    MeasureAnswers.ALL,
                    RegimeAnswers.ALL,
                    DecisionAnswers.ALL,
                    NoiseAnswers.ALL,
                    RiskAnswers.ALL,
                    SimulationAnswers.ALL,
                    PerformanceAnswers.ALL,
                    ValidationAnswers.ALL)
            .collect(TreeMap::new, Map::putAll, Map::putAll);

    private EngineAnswers() {}

    /** What our code says, by the name of the function; a series is an array, an object a map by its names. */
    public static Map<String, Function<Vector, Object>> all() {
        Map<String, Function<Vector, Object>> all = new TreeMap<>();
        OURS.forEach((name, answer) -> all.put(name, answer::to));
        all.putAll(SizerAnswers.ALL);
        all.putAll(PaperAnswers.ALL);
        return all;
    }
}
