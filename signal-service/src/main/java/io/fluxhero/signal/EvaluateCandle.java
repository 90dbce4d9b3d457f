package io.fluxhero.signal;

import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleCorrected;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.strategy.BarOutcome;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.signal.domain.Evaluation;
import io.fluxhero.signal.domain.Evaluations;
import io.fluxhero.signal.domain.History;
import io.fluxhero.signal.domain.LastBars;
import io.fluxhero.signal.domain.StrategyInstance;
import io.fluxhero.signal.domain.StrategyInstances;
import io.fluxhero.signal.domain.StrategyKey;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** A closed bar meets its strategy instance; what the instance says is kept and published. */
@ApplicationScoped
public class EvaluateCandle {

    private static final Logger LOG = Logger.getLogger(EvaluateCandle.class);

    private final StrategyInstances instances;
    private final Evaluations evaluations;
    private final WordBar words;

    EvaluateCandle(StrategyConfig config, History history, LastBars lastBars, Evaluations evaluations) {
        this.instances = new StrategyInstances(config, history, lastBars);
        this.evaluations = evaluations;
        this.words = new WordBar(config.hash());
    }

    /** Takes the next message of the topic, inside the transaction that takes it in. */
    public void on(CandleMessage message) {
        switch (message) {
            case CandleClosed closed -> evaluate(closed);
            // The bar was decided, perhaps traded; history follows the correction, decisions do not.
            case CandleCorrected corrected ->
                LOG.infof(
                        "candle.corrected symbol=%s timeframe=%s time=%s revision=%d decisions=unchanged",
                        corrected.symbol(), corrected.timeframe(), corrected.openTime(), corrected.revision());
        }
    }

    private void evaluate(CandleClosed closed) {
        StrategyKey key = new StrategyKey(closed.symbol(), Timeframe.parse(closed.timeframe()));
        Candle candle = candleOf(closed);
        evaluations.onRollback(key, () -> instances.forget(key));
        StrategyInstance instance = instances.of(key, candle);
        if (instance.isPast(candle)) {
            LOG.debugf("candle.past symbol=%s time=%s", closed.symbol(), closed.openTime());
            return;
        }
        BarOutcome outcome = instance.onCandle(candle);
        Evaluation evaluation = words.evaluation(key, closed, outcome);
        evaluations.add(evaluation);
        evaluation.signals().forEach(EvaluateCandle::report);
    }

    private static void report(SignalMessage signal) {
        switch (signal) {
            case EntrySignalled entry ->
                LOG.infof(
                        "entry.signalled symbol=%s side=%s mode=%s time=%s price=%s stop=%s id=%s",
                        entry.symbol(),
                        entry.side(),
                        entry.mode(),
                        entry.barTime(),
                        entry.price(),
                        entry.stopPrice(),
                        entry.signalId());
            case ExitSignalled exit ->
                LOG.infof(
                        "exit.signalled symbol=%s side=%s mode=%s time=%s price=%s id=%s",
                        exit.symbol(), exit.side(), exit.mode(), exit.barTime(), exit.price(), exit.signalId());
        }
    }

    private static Candle candleOf(CandleClosed closed) {
        return new Candle(
                closed.openTime().toEpochMilli(),
                closed.open().doubleValue(),
                closed.high().doubleValue(),
                closed.low().doubleValue(),
                closed.close().doubleValue(),
                closed.volume());
    }
}
