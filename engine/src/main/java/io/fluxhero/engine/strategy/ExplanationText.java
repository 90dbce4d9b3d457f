package io.fluxhero.engine.strategy;

/** The texts of an explanation (domain specification f.2). Sizes are known once risk has decided. */
public final class ExplanationText {

    private ExplanationText() {}

    /** Several lines; without the risk line, as before sizing. */
    public static String formatted(String symbol, Explanation explanation) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Several lines with the risk line: {@code riskAmount} money, {@code riskPercent} percent of equity. */
    public static String formatted(String symbol, Explanation explanation, double riskAmount, double riskPercent) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** One line; {@code riskPercent} {@code NaN} leaves the risk part out. */
    public static String compact(Explanation explanation, double riskPercent) {
        throw new UnsupportedOperationException("skeleton");
    }
}
