package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.Volatility;
import org.jspecify.annotations.Nullable;

/** The texts of an explanation (domain specification f.2). Sizes are known once risk has decided. */
public final class ExplanationText {

    /** Several lines for a bar without a signal. */
    public static final String NO_SIGNAL = "NO SIGNAL";

    /** One line for a bar without a signal. */
    public static final String NO_SIGNAL_COMPACT = "No signal";

    private static final int ROOM = 256;

    private ExplanationText() {}

    /** Several lines; without the risk line, as before sizing. */
    public static String formatted(String symbol, Explanation explanation) {
        return lines(symbol, explanation).toString();
    }

    /** Several lines with the risk line: {@code riskAmount} money, {@code riskPercent} percent of equity. */
    public static String formatted(String symbol, Explanation explanation, double riskAmount, double riskPercent) {
        StringBuilder text = lines(symbol, explanation);
        if (explanation.entry()) {
            Decimals.appendWhole(text.append("\nRisk: $"), riskAmount).append(" (");
            Decimals.appendAtMost(text, 2, riskPercent).append("% account), Stop: $");
            Decimals.appendExactly(text, 2, explanation.stop());
        }
        return text.toString();
    }

    /** One text from the start: a run explains each of its trades. */
    private static StringBuilder lines(String symbol, Explanation explanation) {
        StringBuilder text =
                new StringBuilder(ROOM).append(action(explanation)).append(' ').append(symbol);
        Decimals.appendExactly(text.append(" @ $"), 2, explanation.price());
        text.append("\nReason: Volatility (");
        appendVolatility(text, explanation);
        text.append(") + ").append(explanation.trigger()).append("\nRegime: ");
        appendRegime(text, explanation);
        return text;
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

    private static void appendVolatility(StringBuilder text, Explanation explanation) {
        if (!Double.isNaN(explanation.atr())) {
            Decimals.appendAtMost(text.append("ATR="), 2, explanation.atr()).append(", ");
        }
        text.append(state(explanation.volatility()));
    }

    private static void appendRegime(StringBuilder text, Explanation explanation) {
        text.append(explanation.regime().name());
        String before = " (";
        if (!Double.isNaN(explanation.adx())) {
            Decimals.appendAtMost(text.append(before).append("ADX="), 1, explanation.adx());
            before = ", ";
        }
        if (!Double.isNaN(explanation.rSquared())) {
            Decimals.appendExactly(text.append(before).append("R²="), 2, explanation.rSquared());
            before = ", ";
        }
        if (!Double.isNaN(explanation.rsi())) {
            Decimals.appendAtMost(text.append(before).append("RSI="), 1, explanation.rsi());
            before = ", ";
        }
        text.append(before.equals(", ") ? ")" : "");
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
