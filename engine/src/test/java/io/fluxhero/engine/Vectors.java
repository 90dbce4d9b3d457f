package io.fluxhero.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Known answers from {@code src/test/resources/vectors}; quirks of the reference system are left out. */
public final class Vectors {

    /** One known answer. */
    public record Vector(String id, String function, JsonNode inputs, JsonNode expected, double tolerance) {

        public double number(String input) {
            return inputs.get(input).asDouble();
        }

        public double[] numbers(String input) {
            return array(inputs.get(input));
        }

        public double[] expectedNumbers() {
            return array(expected);
        }

        /** Whether two numbers are equal by the rule of the vectors; what is undefined reads as 0 there. */
        public boolean matches(double actual, double wanted) {
            double value = Double.isNaN(actual) ? 0 : actual;
            return Math.abs(value - wanted) <= tolerance * Math.max(1, Math.max(Math.abs(value), Math.abs(wanted)));
        }

        @Override
        public String toString() {
            return id + " " + function;
        }
    }

    private Vectors() {}

    public static double[] array(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /** Those of a file whose convention is ours. */
    public static List<Vector> of(String file) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream("/vectors/" + file + ".json"))) {
            JsonNode root = new ObjectMapper().readTree(in);
            JsonNode list = root.isArray() ? root : root.get("vectors");
            return StreamSupport.stream(list.spliterator(), false)
                    .filter(node -> !node.get("convention").asText().equals("original"))
                    .map(node -> new Vector(
                            node.get("id").asText(),
                            node.get("function").asText(),
                            node.get("inputs"),
                            node.get("expected"),
                            node.get("tolerance").asDouble()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
