package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
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

    /** One more close of what is held. */
    void move(Holding held, long close, double atr, TradingStatus status, List<Decision> out) {
        boolean isLong = held.side == Side.LONG;
        if (held.peakClose == 0) {
            held.peakClose = close;
        } else {
            held.peakClose = isLong ? Math.max(held.peakClose, close) : Math.min(held.peakClose, close);
        }
        long stop = stopOf(held, atr, status);
        if (stop != held.stop) {
            held.stop = stop;
            out.add(new StopMoved(held.symbol, held.entryOrderId, stop));
        }
    }

    private long stopOf(Holding held, double atr, TradingStatus status) {
        if (Double.isNaN(held.trailingAtrMultiple) || Double.isNaN(atr)) {
            return held.stop;
        }
        double multiple = status == TradingStatus.ACTIVE
                ? held.trailingAtrMultiple
                : Math.min(held.trailingAtrMultiple, config.trendStopAtr(status));
        long candidate = held.peakClose - held.side.sign() * Micros.of(multiple * Micros.round(atr));
        if (candidate <= 0) {
            return held.stop;
        }
        if (held.stop == 0) {
            return candidate;
        }
        return held.side == Side.LONG ? Math.max(held.stop, candidate) : Math.min(held.stop, candidate);
    }
}
