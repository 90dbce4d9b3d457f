package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Volatility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of an explanation (domain specification f.2). Sizes are known once risk has decided. */
public final class ExplanationText {

    /** Several lines for a bar without a signal. */
    public static final String NO_SIGNAL = "NO SIGNAL";

    /** One line for a bar without a signal. */
    public static final String NO_SIGNAL_COMPACT = "No signal";

    private ExplanationText() {}

    /** Several lines; without the risk line, as before sizing. */
    public static String formatted(String symbol, Explanation explanation) {
        return String.join(
                "\n",
                action(explanation) + " " + symbol + " @ $" + Decimals.exactly(2, explanation.price()),
                "Reason: Volatility (" + volatility(explanation) + ") + " + explanation.trigger(),
                "Regime: " + regime(explanation));
    }

    /** Several lines with the risk line: {@code riskAmount} money, {@code riskPercent} percent of equity. */
    public static String formatted(String symbol, Explanation explanation, double riskAmount, double riskPercent) {
        String lines = formatted(symbol, explanation);
        if (!explanation.entry()) {
            return lines;
        }
        return lines + "\nRisk: $" + Decimals.whole(riskAmount) + " (" + Decimals.atMost(2, riskPercent)
                + "% account), Stop: $" + Decimals.exactly(2, explanation.stop());
    }

    /** Several lines, with the risk line where it was sized. */
    public static String formatted(String symbol, Explanation explanation, @Nullable Sizing sizing) {
        return sizing == null
                ? formatted(symbol, explanation)
                : formatted(symbol, explanation, sizing.riskAmount(), sizing.riskPercent());
    }

    /** One line; {@code riskPercent} {@code NaN} leaves the risk part out. */
    public static String compact(Explanation explanation, double riskPercent) {
        StringBuilder text = new StringBuilder()
                .append(mode(explanation.mode()))
                .append(' ')
                .append(action(explanation))
                .append(": ")
                .append(hint(explanation));
        if (!Double.isNaN(explanation.adx())) {
            text.append(" | ADX=").append(Decimals.exactly(0, explanation.adx()));
        }
        if (!Double.isNaN(riskPercent)) {
            text.append(" | Risk=").append(Decimals.atMost(2, riskPercent)).append('%');
        }
        return text.toString();
    }

    private static String action(Explanation explanation) {
        if (explanation.side() == Side.LONG) {
            return explanation.entry() ? "BUY" : "SELL";
        }
        return explanation.entry() ? "SELL SHORT" : "COVER SHORT";
    }

    private static String volatility(Explanation explanation) {
        String state = state(explanation.volatility());
        return Double.isNaN(explanation.atr()) ? state : "ATR=" + Decimals.atMost(2, explanation.atr()) + ", " + state;
    }

    private static String regime(Explanation explanation) {
        List<String> figures = new ArrayList<>();
        if (!Double.isNaN(explanation.adx())) {
            figures.add("ADX=" + Decimals.atMost(1, explanation.adx()));
        }
        if (!Double.isNaN(explanation.rSquared())) {
            figures.add("R²=" + Decimals.exactly(2, explanation.rSquared()));
        }
        if (!Double.isNaN(explanation.rsi())) {
            figures.add("RSI=" + Decimals.atMost(1, explanation.rsi()));
        }
        String name = explanation.regime().name();
        return figures.isEmpty() ? name : name + " (" + String.join(", ", figures) + ")";
    }

    private static String hint(Explanation explanation) {
        boolean buys = explanation.entry() == (explanation.side() == Side.LONG);
        if (explanation.mode() != Mode.MEAN_REVERSION) {
            return buys ? "KAMA↑" : "KAMA↓";
        }
        if (!explanation.entry() && !explanation.trigger().startsWith("RSI")) {
            return "mean reached";
        }
        return buys ? "RSI oversold" : "RSI overbought";
    }

    private static String mode(Mode mode) {
        return switch (mode) {
            case TREND -> "TREND";
            case MEAN_REVERSION -> "MR";
            case NEUTRAL -> "BLEND";
        };
    }

    private static String state(Volatility volatility) {
        return switch (volatility) {
            case LOW -> "Low";
            case NORMAL -> "Normal";
            case HIGH -> "High";
        };
    }
}
