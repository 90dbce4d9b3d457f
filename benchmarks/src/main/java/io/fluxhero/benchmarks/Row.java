package io.fluxhero.benchmarks;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param ours what we take, in {@code unit}
 * @param peer what the other takes, {@code NaN} where nobody is beside us
 * @param ratio what the goal is about
 */
public record Row(String name, double ours, double peer, String unit, double ratio, Goal goal) {

    /**
     * What is wanted of a ratio.
     *
     * @param bigger whether more is better
     */
    public record Goal(boolean bigger, double atLeast, double aim) {

        /** Nothing is wanted: the row is there for comparison. */
        public static final Goal NONE = new Goal(true, Double.NaN, Double.NaN);

        public static Goal faster(double atLeast, double aim) {
            return new Goal(true, atLeast, aim);
        }

        public static Goal atMost(double atMost, double aim) {
            return new Goal(false, atMost, aim);
        }

        private boolean reaches(double ratio, double bound) {
            return bigger ? ratio >= bound : ratio <= bound;
        }

        /** {@code aim} and {@code met} say that it is reached, {@code short} that it is not, {@code none} that nothing is wanted. */
        public String verdict(double ratio) {
            if (equals(NONE)) {
                return "none";
            }
            if (reaches(ratio, aim)) {
                return "aim";
            }
            return reaches(ratio, atLeast) ? "met" : "short";
        }

        @Override
        public String toString() {
            return equals(NONE) ? "none" : (bigger ? ">= " : "<= ") + number(atLeast) + ", aim " + number(aim);
        }
    }

    public String verdict() {
        return goal.verdict(ratio);
    }

    public String line() {
        return String.format(
                Locale.ROOT,
                "%-58s %14s %14s %9s   %-18s %s",
                name,
                figure(ours),
                figure(peer),
                number(ratio),
                goal,
                verdict());
    }

    public static String heading() {
        return String.format(
                Locale.ROOT, "%-58s %14s %14s %9s   %-18s %s", "name", "ours", "peer", "ratio", "goal", "verdict");
    }

    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"ours\": %s, \"peer\": %s, \"unit\": \"%s\", \"ratio\": %s, "
                        + "\"goal\": \"%s\", \"verdict\": \"%s\"}",
                name,
                value(ours),
                value(peer),
                unit,
                value(ratio),
                goal,
                verdict());
    }

    private String figure(double value) {
        return Double.isNaN(value) ? "-" : number(value) + " " + unit;
    }

    private static String value(double number) {
        return Double.isFinite(number) ? Double.toString(number) : "null";
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value)
                .replaceFirst("\\.0+$", "");
    }
}
