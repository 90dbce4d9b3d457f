package io.fluxhero.engine.strategy;

/**
 * Parameters of mean reversion.
 *
 * @param meanReversionStopRatio distance of the fixed stop, as a fraction of the entry price
 * @param rsiOversold RSI below this is oversold
 * @param rsiOverbought RSI above this is overbought
 */
public record ReversionRules(double meanReversionStopRatio, double rsiOversold, double rsiOverbought) {

    public ReversionRules {
        Bounds.positive("mean reversion stop", meanReversionStopRatio);
        Bounds.notNegative("oversold RSI", rsiOversold);
        Bounds.notNegative("overbought RSI", rsiOverbought);
    }

    /** The values of the domain specification, d.2 and d.5. */
    public static ReversionRules defaults() {
        return new ReversionRules(0.03, 30, 70);
    }
}
