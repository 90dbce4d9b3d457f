package io.fluxhero.engine.simulation;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.OrderTerms;
import org.jspecify.annotations.Nullable;

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

    /** What a bar did to an order: filled it at {@code quote}, or not ({@code null}) and perhaps triggered it. */
    record Attempt(@Nullable Quote quote, boolean triggered) {}

    /** A position's legs in micros, 0 for none, and where it was entered if that was within this bar, else 0. */
    record Legs(Side side, long stop, long target, long enteredAt) {}

    private static final Attempt NOTHING = new Attempt(null, false);

    private final CostModel costs;

    FillModel(CostModel costs) {
        this.costs = costs;
    }

    /**
     * An order that buys ({@code direction} 1) or sells (-1) meets a bar. A market order fills at the open; a limit
     * where the bar traded at it, at the open if that was better; a stop at its trigger, at the open if that was worse.
     * A stop-limit becomes a limit when it triggers; where its limit is better than its trigger nobody knows whether the
     * price came back within the bar, unless it closed there. A stop that triggered and was not filled whole, for want of
     * volume, is a market order from the next bar on.
     *
     * @param triggered whether a stop or stop-limit was triggered in an earlier bar
     * @param slippage ratio that market orders and stops give up
     */
    Attempt meet(OrderTerms terms, boolean triggered, int direction, Candle candle, double slippage) {
        return switch (terms.type()) {
            case MARKET -> new Attempt(worse(direction, candle.open(), slippage), false);
            case LIMIT -> new Attempt(atLimit(direction, candle, terms.limitMicros()), false);
            case STOP ->
                triggered
                        ? new Attempt(worse(direction, candle.open(), slippage), true)
                        : stop(direction, candle, terms.triggerMicros(), slippage);
            case STOP_LIMIT ->
                triggered
                        ? new Attempt(atLimit(direction, candle, terms.limitMicros()), true)
                        : stopLimit(direction, candle, terms);
        };
    }

    private static @Nullable Quote atLimit(int direction, Candle candle, long limit) {
        long best = Micros.of(direction > 0 ? candle.low() : candle.high());
        if (direction * (limit - best) < 0) {
            return null;
        }
        long open = Micros.of(candle.open());
        long price = direction > 0 ? Math.min(open, limit) : Math.max(open, limit);
        return new Quote(price, price);
    }

    private static Attempt stop(int direction, Candle candle, long trigger, double slippage) {
        if (!touches(direction, candle, trigger)) {
            return NOTHING;
        }
        long open = Micros.of(candle.open());
        long reference = direction > 0 ? Math.max(open, trigger) : Math.min(open, trigger);
        return new Attempt(worse(direction, Micros.toDouble(reference), slippage), true);
    }

    private static Attempt stopLimit(int direction, Candle candle, OrderTerms terms) {
        long trigger = terms.triggerMicros();
        long limit = terms.limitMicros();
        if (!touches(direction, candle, trigger)) {
            return NOTHING;
        }
        if (direction * (Micros.of(candle.open()) - trigger) >= 0) {
            return new Attempt(atLimit(direction, candle, limit), true);
        }
        if (direction * (limit - trigger) >= 0) {
            return new Attempt(new Quote(trigger, trigger), true);
        }
        boolean cameBack = direction * (limit - Micros.of(candle.close())) >= 0;
        return new Attempt(cameBack ? new Quote(limit, limit) : null, true);
    }

    private static boolean touches(int direction, Candle candle, long trigger) {
        long farthest = Micros.of(direction > 0 ? candle.high() : candle.low());
        return direction * (farthest - trigger) >= 0;
    }

    /** What a market order or stop gives up: slippage, and impact where it is large against average volume. */
    double slippage(long shares, double averageVolume) {
        boolean large = averageVolume > 0 && shares > costs.impactThreshold() * averageVolume;
        return costs.slippageRatio() + (large ? costs.impactRatio() : 0);
    }

    /** A market order at this price, buying ({@code direction} 1) or selling (-1). */
    Quote market(int direction, double reference, long shares, double averageVolume) {
        return worse(direction, reference, slippage(shares, averageVolume));
    }

    private static Quote worse(int direction, double reference, double ratio) {
        return new Quote(Micros.of(reference * (1 + direction * ratio)), Micros.of(reference));
    }

    /**
     * The leg of a position that this bar touches, {@code null} for none. A gap through the stop fills at the open; the
     * stop comes first where both are touched, unless the bar already opened at the target or beyond. Where the position
     * was entered within the bar the open was before it: the stop fills at its price, and the target counts only where
     * the bar closed beyond it.
     */
    @Nullable
    Touch touched(Legs legs, Candle candle) {
        int sign = legs.side().sign();
        boolean within = legs.enteredAt() > 0;
        long open = within ? legs.enteredAt() : Micros.of(candle.open());
        long against = Micros.of(sign > 0 ? candle.low() : candle.high());
        long inFavour = Micros.of(within ? candle.close() : sign > 0 ? candle.high() : candle.low());
        boolean stopped = legs.stop() > 0 && sign * (against - legs.stop()) <= 0;
        boolean reached = legs.target() > 0 && sign * (inFavour - legs.target()) >= 0;
        boolean openedBeyondTarget = reached && sign * (open - legs.target()) >= 0;
        if (stopped && !openedBeyondTarget) {
            long reference = sign > 0 ? Math.min(open, legs.stop()) : Math.max(open, legs.stop());
            return new Touch(Leg.STOP, worse(-sign, Micros.toDouble(reference), costs.slippageRatio()));
        }
        if (!reached) {
            return null;
        }
        long price = sign > 0 ? Math.max(open, legs.target()) : Math.min(open, legs.target());
        return new Touch(Leg.TARGET, new Quote(price, price));
    }

    /** The stop of a position that was touched in an earlier bar, for what found no room there: at the open. */
    Touch touchedBefore(Side side, Candle candle) {
        return new Touch(Leg.STOP, worse(-side.sign(), candle.open(), costs.slippageRatio()));
    }

    long commission(long shares) {
        return Micros.of(costs.commissionPerShare()) * shares;
    }

    /** Shares that a bar of this volume lets us fill. */
    long room(long volume) {
        return costs.maxVolumeRatio() <= 0
                ? Long.MAX_VALUE
                : (long) StrictMath.floor(costs.maxVolumeRatio() * volume + 1e-9);
    }
}
