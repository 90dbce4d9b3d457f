package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.AccountState.Position;
import io.fluxhero.engine.risk.Decision.StopMoved;
import java.util.List;

/**
 * Stops that follow the most favourable close since entry at a distance of some ATR and never loosen; tighter while
 * trading is REDUCED. An unknown ATR keeps the stop where it is.
 */
final class TrailingStops {

    private final RiskConfig config;

    TrailingStops(RiskConfig config) {
        this.config = config;
    }

    void move(Account account, long barTime, TradingStatus status, SettledBar bar, List<Decision> out) {
        Position held = account.position(bar.symbol());
        if (held == null || held.entryTime() > barTime) {
            return;
        }
        Position seen = held.withPeakClose(peakClose(held, Micros.of(bar.close())));
        long stop = stopOf(seen, bar.atr(), status);
        account.replace(seen.withStop(stop));
        if (stop != held.stopMicros()) {
            out.add(new StopMoved(held.symbol(), held.entryOrderId(), stop));
        }
    }

    private static long peakClose(Position held, long close) {
        if (held.peakCloseMicros() == 0) {
            return close;
        }
        return held.side() == Side.LONG
                ? Math.max(held.peakCloseMicros(), close)
                : Math.min(held.peakCloseMicros(), close);
    }

    private long stopOf(Position held, double atr, TradingStatus status) {
        if (Double.isNaN(held.trailingAtrMultiple()) || Double.isNaN(atr)) {
            return held.stopMicros();
        }
        double multiple = status == TradingStatus.ACTIVE
                ? held.trailingAtrMultiple()
                : Math.min(held.trailingAtrMultiple(), config.reducedTrendStopAtr());
        long candidate = held.peakCloseMicros() - held.side().sign() * Micros.of(multiple * atr);
        if (candidate <= 0) {
            return held.stopMicros();
        }
        if (held.stopMicros() == 0) {
            return candidate;
        }
        return held.side() == Side.LONG
                ? Math.max(held.stopMicros(), candidate)
                : Math.min(held.stopMicros(), candidate);
    }
}
