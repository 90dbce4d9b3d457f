package io.fluxhero.risk;

import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.bar.BarInputs;
import io.fluxhero.risk.domain.bar.ReceivedSignal;
import io.fluxhero.risk.domain.record.DecisionRecord;
import io.fluxhero.risk.domain.record.DecisionRecord.Outcome;
import io.fluxhero.risk.domain.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Lays the parts of a bar together, in whatever order they come, in the transaction that takes them in. That ends with
 * {@link #decide}, once for all parts that came together.
 */
@ApplicationScoped
public class CollectBar {

    private static final Logger LOG = Logger.getLogger(CollectBar.class);

    private final AccountDesk desk;
    private final BarInputs inputs;
    private final DecideBars decideBars;
    private final Records records;
    private final RiskSettings settings;
    private final Clock clock;

    CollectBar(
            AccountDesk desk,
            BarInputs inputs,
            DecideBars decideBars,
            Records records,
            RiskSettings settings,
            Clock clock) {
        this.desk = desk;
        this.inputs = inputs;
        this.decideBars = decideBars;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    /** The broker's side is through with a bar. */
    public void on(BarSettled settled) {
        if (!isWatched(settled.symbol(), settled.timeframe())) {
            return;
        }
        Account account = desk.lock();
        if (account.hasDecided(settled.barTime())) {
            LOG.warnf("bar.late symbol=%s bar=%s part=settlement", settled.symbol(), settled.barTime());
            return;
        }
        inputs.settled(
                bar(settled.symbol(), settled.barTime(), settled.meta().correlationId()),
                settled.close().doubleValue(),
                clock.instant());
    }

    /** The strategy has answered a bar. */
    public void on(IndicatorMessage message) {
        switch (message) {
            case IndicatorsUpdated indicators -> indicated(indicators);
        }
    }

    /** The strategy has something to say. */
    public void on(SignalMessage message) {
        ReceivedSignal signal = ReadSignal.of(message);
        if (!isWatched(signal.symbol(), ReadSignal.timeframeOf(message))) {
            return;
        }
        Account account = desk.lock();
        inputs.signalled(signal);
        if (account.hasDecided(signal.barTime())) {
            String late = "it arrived after its bar had been decided";
            LOG.warnf("signal.late symbol=%s signal=%s bar=%s", signal.symbol(), signal.signalId(), signal.barTime());
            records.add(DecisionRecord.without(signal, Outcome.LATE, late));
        }
    }

    private void indicated(IndicatorsUpdated indicators) {
        if (!isWatched(indicators.symbol(), indicators.timeframe())) {
            return;
        }
        Account account = desk.lock();
        if (account.hasDecided(indicators.barTime())) {
            LOG.warnf("bar.late symbol=%s bar=%s part=indicators", indicators.symbol(), indicators.barTime());
            return;
        }
        inputs.indicated(
                bar(indicators.symbol(), indicators.barTime(), indicators.meta().correlationId()),
                ReadSignal.number(indicators.atr()),
                indicators.verdict().signalIds());
    }

    /** Has the bars decided of which nothing is missing any more. */
    public void decide() {
        if (inputs.anySettled()) {
            decideBars.ready();
        }
    }

    private BarInputs.Bar bar(String symbol, Instant barTime, String correlationId) {
        return new BarInputs.Bar(symbol, barTime, settings.timeframe().code(), correlationId);
    }

    private boolean isWatched(String symbol, String timeframe) {
        boolean watched = settings.symbols().contains(symbol)
                && settings.timeframe().code().equals(timeframe);
        if (!watched) {
            LOG.debugf("bar.unwatched symbol=%s timeframe=%s", symbol, timeframe);
        }
        return watched;
    }
}
