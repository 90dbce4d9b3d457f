package io.fluxhero.benchmarks.stack;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to put on the stack.
 *
 * @param rate bars a second, {@code NaN}: seven tenths of the highest that the machine holds
 * @param json where to write the figures
 */
record LoadOptions(
        int symbols, int minutes, double rate, @Nullable Path json) {

    private static final int MOST_SYMBOLS = 1000;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_BARS = 10_000;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException where it is wrong; the message says what
     */
    static LoadOptions parse(List<String> arguments) {
        int symbols = 100;
        int minutes = 10;
        double rate = Double.NaN;
        Path json = null;
        for (Iterator<String> next = arguments.iterator(); next.hasNext(); ) {
            String option = next.next();
            if (!List.of("--symbols", "--minutes", "--rate", "--json").contains(option)) {
                throw new IllegalArgumentException("load knows no " + option);
            }
            if (!next.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            String value = next.next();
            switch (option) {
                case "--symbols" -> symbols = (int) number(option, value, 1, MOST_SYMBOLS);
                case "--minutes" -> minutes = (int) number(option, value, 1, MOST_MINUTES);
                case "--rate" -> rate = number(option, value, 0.1, MOST_BARS);
                default -> json = Path.of(value).toAbsolutePath();
            }
        }
        return new LoadOptions(symbols, minutes, rate, json);
    }

    private static double number(String option, String text, double least, double most) {
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " '" + text + "' is no number", e);
        }
        throw new IllegalArgumentException(option + " is from " + least + " to " + most + ", not " + text);
    }
}
