package io.fluxhero.risk;

import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.StrategyMode;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.strategy.ExplanationText;
import io.fluxhero.risk.domain.bar.BarInputs;
import io.fluxhero.risk.domain.bar.ReceivedSignal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Says why an order is placed: the signal's explanation with the size that risk gave it. */
@ApplicationScoped
class ExplainOrder {

    private static final double PERCENT = 100;

    private final BarInputs inputs;

    ExplainOrder(BarInputs inputs) {
        this.inputs = inputs;
    }

    /** The explanation, {@code null} where a person or the kill switch ordered it. */
    @Nullable
    Explanation of(Decision.Approved approved) {
        String signalId = approved.ticket().signalId();
        if (signalId == null) {
            return null;
        }
        return inputs.signal(signalId).map(signal -> sized(signal, approved)).orElse(null);
    }

    /** Lost at the stop, in percent of equity. */
    static double riskPercent(Decision.Approved approved) {
        return approved.equityMicros() == 0
                ? Double.NaN
                : Micros.round(PERCENT * approved.riskMicros() / approved.equityMicros());
    }

    /** The decimal that a message carries, {@code null} for unknown. */
    static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value)
                ? plain(new BigDecimal(Double.toString(value)).setScale(Micros.SCALE, RoundingMode.HALF_EVEN))
                : null;
    }

    /** Without trailing zeros, and without an exponent. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Explanation sized(ReceivedSignal received, Decision.Approved approved) {
        io.fluxhero.engine.strategy.Explanation why = received.signal().explanation();
        boolean isEntry = approved.ticket().intent() == Intent.ENTRY;
        double riskAmount = Micros.toDouble(approved.riskMicros());
        double riskPercent = isEntry ? riskPercent(approved) : Double.NaN;
        String symbol = received.symbol();
        return new Explanation(
                (why.entry() ? "" : "EXIT_") + why.side().name(),
                StrategyMode.valueOf(why.mode().name()),
                why.regime().name(),
                why.volatility().name(),
                plain(Micros.toDecimal(Micros.of(why.price()))),
                decimal(why.atr()),
                decimal(why.kama()),
                decimal(why.rsi()),
                decimal(why.adx()),
                decimal(why.rSquared()),
                why.trigger(),
                decimal(why.stop()),
                isEntry ? decimal(riskAmount) : null,
                decimal(riskPercent),
                approved.ticket().shares(),
                why.noiseFilterPassed(),
                why.volumeValidated(),
                isEntry
                        ? ExplanationText.formatted(symbol, why, riskAmount, riskPercent)
                        : ExplanationText.formatted(symbol, why),
                ExplanationText.compact(why, riskPercent));
    }
}
