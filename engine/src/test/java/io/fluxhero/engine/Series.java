package io.fluxhero.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import java.util.Arrays;
import java.util.stream.StreamSupport;

/** The arrays of vectors, in which {@code null} is unknown. */
final class Series {

    private Series() {}

    static double[] of(Vector vector, String input) {
        return of(vector.inputs().get(input));
    }

    /** The array, or unknowns where the input is absent. */
    static double[] orUnknown(Vector vector, String input, int length) {
        if (vector.inputs().has(input)) {
            return of(vector, input);
        }
        double[] unknown = new double[length];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    static double[] of(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(Series::number)
                .toArray();
    }

    static double number(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? Double.NaN : node.asDouble();
    }
}
