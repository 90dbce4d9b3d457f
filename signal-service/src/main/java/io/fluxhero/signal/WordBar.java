package io.fluxhero.signal;

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
import io.fluxhero.signal.domain.Evaluation;
import io.fluxhero.signal.domain.StrategyKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what the engine found in the words of the contracts. Ids follow from inputs, so a repeat has the same ids. */
final class WordBar {

    private final String configHash;

    WordBar(String configHash) {
        this.configHash = configHash;
    }

    Evaluation evaluation(StrategyKey key, CandleClosed bar, BarOutcome outcome) {
        List<SignalMessage> signals =
                outcome.signals().stream().map(signal -> signal(bar, signal)).toList();
        return new Evaluation(key, signals, indicators(bar, outcome, signals));
    }

    private SignalMessage signal(CandleClosed bar, Signal signal) {
        return switch (signal) {
            case Signal.Entry entry -> entry(bar, entry);
            case Signal.Exit exit -> exit(bar, exit);
        };
    }

    private EntrySignalled entry(CandleClosed bar, Signal.Entry entry) {
        Explanation explanation = explanation(bar.symbol(), entry);
        String id = signalId(bar, entry, explanation.signalType());
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
                entry.sizeFactor() == 1 ? null : decimal(entry.sizeFactor()),
                explanation,
                DualMode.NAME,
                configHash);
    }

    private ExitSignalled exit(CandleClosed bar, Signal.Exit exit) {
        Explanation explanation = explanation(bar.symbol(), exit);
        String id = signalId(bar, exit, explanation.signalType());
        return new ExitSignalled(
                meta(id, bar),
                id,
                bar.symbol(),
                bar.timeframe(),
                bar.openTime(),
                PositionSide.valueOf(exit.side().name()),
                StrategyMode.valueOf(exit.mode().name()),
                known(exit.price()),
                explanation,
                DualMode.NAME,
                configHash);
    }

    private String signalId(CandleClosed bar, Signal signal, String type) {
        return Ids.derive(
                "sig",
                bar.symbol(),
                bar.timeframe(),
                bar.openTime(),
                DualMode.NAME,
                configHash,
                type,
                signal.mode().name());
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

    private IndicatorsUpdated indicators(CandleClosed bar, BarOutcome outcome, List<SignalMessage> signals) {
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
                verdict(outcome, signals),
                configHash);
    }

    private static Verdict verdict(BarOutcome outcome, List<SignalMessage> signals) {
        return new Verdict(
                outcome.verdict().gate().name(),
                outcome.verdict().detail(),
                decimal(outcome.verdict().value()),
                decimal(outcome.verdict().threshold()),
                signals.stream().map(signal -> signal.meta().messageId()).toList());
    }

    private static Meta meta(String id, CandleClosed bar) {
        return new Meta(id, bar.meta().correlationId(), bar.meta().occurredAt());
    }

    private static BigDecimal known(double value) {
        return Objects.requireNonNull(decimal(value), "a price is always known");
    }

    private static @Nullable BigDecimal decimal(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        BigDecimal exact = Micros.toDecimal(Micros.of(value)).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static @Nullable Long whole(double value) {
        return Double.isNaN(value) ? null : StrictMath.round(value);
    }
}
