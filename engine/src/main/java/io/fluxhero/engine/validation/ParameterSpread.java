package io.fluxhero.engine.validation;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How much the parameters that training chose changed from window to window. Good parameters sit on a plateau and stay;
 * Pardo, The Evaluation and Optimization of Trading Strategies (2nd ed. 2008), ch. 11.
 *
 * @param unchangedRatio fraction of the steps from one window to the next that kept the candidate; undefined below two
 * @param byKey for each parameter
 */
public record ParameterSpread(double unchangedRatio, SortedMap<String, Choice> byKey) {

    /**
     * The values of one parameter.
     *
     * @param values in the order of the windows
     * @param distinct number of different ones
     * @param mean of those that are numbers, {@code NaN} where one is not
     * @param deviation population deviation of the same
     */
    public record Choice(List<String> values, int distinct, double mean, double deviation) {

        static Choice of(List<String> values) {
            double[] numbers = values.stream().mapToDouble(Choice::number).toArray();
            double mean = Arrays.stream(numbers).sum() / numbers.length;
            double squares = Arrays.stream(numbers)
                    .map(number -> (number - mean) * (number - mean))
                    .sum();
            return new Choice(
                    values, (int) values.stream().distinct().count(), mean, Math.sqrt(squares / numbers.length));
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }

    static ParameterSpread of(List<Candidate> chosen) {
        long kept = IntStream.range(1, chosen.size())
                .filter(i -> chosen.get(i).index() == chosen.get(i - 1).index())
                .count();
        SortedMap<String, Choice> byKey = new TreeMap<>();
        if (!chosen.isEmpty()) {
            for (String key : chosen.getFirst().parameters().keySet()) {
                byKey.put(
                        key,
                        Choice.of(chosen.stream()
                                .map(candidate -> candidate.parameters().getOrDefault(key, ""))
                                .toList()));
            }
        }
        return new ParameterSpread(chosen.size() < 2 ? Double.NaN : kept / (chosen.size() - 1.0), byKey);
    }
}
