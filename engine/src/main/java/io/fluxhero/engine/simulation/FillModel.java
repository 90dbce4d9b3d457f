package io.fluxhero.engine.simulation;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import java.util.Optional;

/** At which price things fill (domain specification g.3, g.4). Prices are rounded to micros once, here. */
final class FillModel {

    /** What ended a position within a bar. */
    enum Leg {
        STOP,
        TARGET
    }

    /** A fill price and the price that it gave something up against. */
    record Quote(long priceMicros, long referenceMicros) {

        long slippageMicros(long shares) {
            return Math.abs(priceMicros - referenceMicros) * shares;
        }
    }

    /** A leg that was touched. */
    record Touch(Leg leg, Quote quote) {}

    private final CostModel costs;

    FillModel(CostModel costs) {
        this.costs = costs;
    }

    /** A market order that opens a position on this side. */
    Quote opening(Side side, double reference, long shares, double averageVolume) {
        return worse(side.sign(), reference, costs.slippageRatio() + impact(shares, averageVolume));
    }

    /** A market order that closes a position on this side. */
    Quote closing(Side side, double reference, long shares, double averageVolume) {
        return worse(-side.sign(), reference, costs.slippageRatio() + impact(shares, averageVolume));
    }

    /** Extra slippage of an order that is large against average volume; unknown or zero volume pays none. */
    private double impact(long shares, double averageVolume) {
        boolean large = averageVolume > 0 && shares > costs.impactThreshold() * averageVolume;
        return large ? costs.impactRatio() : 0;
    }

    private static Quote worse(int direction, double reference, double ratio) {
        return new Quote(Micros.of(reference * (1 + direction * ratio)), Micros.of(reference));
    }

    /**
     * The leg of a position that this bar touches. A gap through the stop fills at the open; the stop comes first where
     * both are touched, unless the bar already opened at the target or beyond.
     *
     * @param stop micros, 0 for none
     * @param target micros, 0 for none
     */
    Optional<Touch> touched(Side side, Candle candle, long stop, long target) {
        boolean isLong = side == Side.LONG;
        long open = Micros.of(candle.open());
        long against = Micros.of(isLong ? candle.low() : candle.high());
        long inFavour = Micros.of(isLong ? candle.high() : candle.low());
        boolean stopped = stop > 0 && side.sign() * (against - stop) <= 0;
        boolean reached = target > 0 && side.sign() * (inFavour - target) >= 0;
        boolean openedBeyondTarget = reached && side.sign() * (open - target) >= 0;
        if (stopped && !openedBeyondTarget) {
            long reference = isLong ? Math.min(open, stop) : Math.max(open, stop);
            return Optional.of(
                    new Touch(Leg.STOP, worse(-side.sign(), Micros.toDouble(reference), costs.slippageRatio())));
        }
        if (reached) {
            long price = isLong ? Math.max(open, target) : Math.min(open, target);
            return Optional.of(new Touch(Leg.TARGET, new Quote(price, price)));
        }
        return Optional.empty();
    }

    long commission(long shares) {
        return Micros.of(costs.commissionPerShare()) * shares;
    }
}
