package io.fluxhero.execution;

import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.BarQueue;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** A closed bar waits until risk has decided the one before; the first one, and a late one, need not wait. */
@ApplicationScoped
public class QueueCandle {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.bars");

    private final ExecutionConfig config;
    private final Accounts accounts;
    private final BarQueue queue;

    public QueueCandle(ExecutionConfig config, Accounts accounts, BarQueue queue) {
        this.config = config;
        this.accounts = accounts;
        this.queue = queue;
    }

    /** Queues it; a repeat, and another timeframe, change nothing. */
    public void on(CandleClosed candle) {
        if (!candle.timeframe().equals(config.timeframe())) {
            LOG.debugf("candle.other_timeframe symbol=%s timeframe=%s", candle.symbol(), candle.timeframe());
            return;
        }
        accounts.hold(config.account());
        queue.add(barOf(candle));
    }

    private static Bar barOf(CandleClosed candle) {
        return new Bar(
                candle.symbol(),
                candle.timeframe(),
                candle.openTime(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume(),
                candle.meta().messageId(),
                candle.meta().occurredAt());
    }
}
