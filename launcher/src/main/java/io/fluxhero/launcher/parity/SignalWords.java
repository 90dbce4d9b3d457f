package io.fluxhero.launcher.parity;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.indicator.Verdict;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.contracts.signal.StrategyMode;
import io.fluxhero.engine.indicator.IndicatorValues;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.strategy.BarOutcome;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.ExplanationText;
import io.fluxhero.engine.strategy.Signal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the strategy has to say about a bar, in the words that its service must have used. Written a second time on
 * purpose: a mistake in the words of the service is a difference too.
 */
final class SignalWords {

    private final String configHash;

    SignalWords(String configHash) {
        this.configHash = configHash;
    }

    List<SignalMessage> signals(CandleClosed bar, BarOutcome outcome) {
        return outcome.signals().stream().map(signal -> signal(bar, signal)).toList();
    }

    IndicatorsUpdated indicators(CandleClosed bar, BarOutcome outcome, List<SignalMessage> signals) {
        IndicatorValues values = outcome.indicators();
        String id = Ids.derive("msg", "indicators-updated", bar.symbol(), bar.timeframe(), bar.openTime(), configHash);
        return new IndicatorsUpdated(
                meta(id, bar),
                bar.symbol(),
                bar.timeframe(),
                bar.openTime(),
                bar.close(),
                decimal(values.kama()),
                decimal(values.atr()),
                decimal(values.atrAverage()),
                decimal(values.rsi()),
                decimal(values.adx()),
                decimal(values.plusDi()),
                decimal(values.minusDi()),
                decimal(values.bollingerUpper()),
                decimal(values.bollingerMiddle()),
                decimal(values.bollingerLower()),
                decimal(values.slope()),
                decimal(values.rSquared()),
                decimal(values.efficiencyRatio()),
                whole(values.averageVolume()),
                outcome.regime().name(),
                outcome.rawRegime().name(),
                outcome.regimeBars(),
                outcome.volatility().name(),
                new Verdict(
                        outcome.verdict().gate().name(),
                        outcome.verdict().detail(),
                        decimal(outcome.verdict().value()),
                        decimal(outcome.verdict().threshold()),
                        signals.stream()
                                .map(signal -> signal.meta().messageId())
                                .toList()),
                configHash);
    }

    private SignalMessage signal(CandleClosed bar, Signal signal) {
        Explanation why = explanation(bar.symbol(), signal);
        String id = Ids.derive(
                "sig",
                bar.symbol(),
                bar.timeframe(),
                bar.openTime(),
                DualMode.NAME,
                configHash,
                why.signalType(),
                signal.mode().name());
        return switch (signal) {
            case Signal.Entry entry -> entry(bar, id, entry, why);
            case Signal.Exit exit -> exit(bar, id, exit, why);
        };
    }

    private EntrySignalled entry(CandleClosed bar, String id, Signal.Entry entry, Explanation why) {
        return new EntrySignalled(
                meta(id, bar),
                id,
                bar.symbol(),
                bar.timeframe(),
                bar.openTime(),
                PositionSide.valueOf(entry.side().name()),
                StrategyMode.valueOf(entry.mode().name()),
                known(entry.price()),
                decimal(entry.stop()),
                decimal(entry.trailingAtrMultiple()),
                decimal(entry.target()),
                whole(entry.averageVolume()),
                entry.sizeFactor() < 1 ? decimal(entry.sizeFactor()) : null,
                why,
                DualMode.NAME,
                configHash);
    }

    private ExitSignalled exit(CandleClosed bar, String id, Signal.Exit exit, Explanation why) {
        return new ExitSignalled(
                meta(id, bar),
                id,
                bar.symbol(),
                bar.timeframe(),
                bar.openTime(),
                PositionSide.valueOf(exit.side().name()),
                StrategyMode.valueOf(exit.mode().name()),
                known(exit.price()),
                why,
                DualMode.NAME,
                configHash);
    }

    private static Explanation explanation(String symbol, Signal signal) {
        io.fluxhero.engine.strategy.Explanation why = signal.explanation();
        return new Explanation(
                (why.entry() ? "" : "EXIT_") + why.side().name(),
                StrategyMode.valueOf(why.mode().name()),
                why.regime().name(),
                why.volatility().name(),
                known(why.price()),
                decimal(why.atr()),
                decimal(why.kama()),
                decimal(why.rsi()),
                decimal(why.adx()),
                decimal(why.rSquared()),
                why.trigger(),
                decimal(why.stop()),
                null,
                null,
                null,
                why.noiseFilterPassed(),
                why.volumeValidated(),
                ExplanationText.formatted(symbol, why),
                ExplanationText.compact(why, Double.NaN));
    }

    private static Meta meta(String id, CandleClosed bar) {
        return new Meta(id, bar.meta().correlationId(), bar.meta().occurredAt());
    }

    private static BigDecimal known(double value) {
        return Objects.requireNonNull(decimal(value), "a price is always known");
    }

    /** Six decimals; absent for unknown. */
    static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? Micros.toDecimal(Micros.of(value)) : null;
    }

    private static @Nullable Long whole(double value) {
        return Double.isNaN(value) ? null : StrictMath.round(value);
    }
}
