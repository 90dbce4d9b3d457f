package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.regime.LongerAtr;
import io.fluxhero.engine.regime.VolatilitySpike;
import org.jspecify.annotations.Nullable;

/** Knows, when an entry is wanted, whether it would fall into a volatility spike, and what follows. Makes no objects. */
final class SpikeWatch {

    private final SpikeRules rules;
    /** What is compared with; {@code null} where spikes are not looked for. */
    private final @Nullable Timeframe above;

    private final double scale;
    private final int atrPeriod;
    private final @Nullable MeasuredBars measured;
    private final @Nullable LongerAtr following;
    private @Nullable LongerAtrs ahead;
    private int place;
    private double shortAtr = Double.NaN;
    private double longAtr = Double.NaN;

    /** @param measured bars that are there as a whole; {@code null} where each is told to {@link #update} */
    SpikeWatch(StrategyConfig config, Timeframe timeframe, @Nullable MeasuredBars measured) {
        rules = config.spike();
        above = rules.spikeRule() ? LongerAtr.above(timeframe).orElse(null) : null;
        scale = above == null ? 1 : VolatilitySpike.scale(timeframe, above);
        atrPeriod = config.indicators().atrPeriod();
        this.measured = measured;
        following = above == null || measured != null ? null : new LongerAtr(above, atrPeriod);
    }

    /** Takes the next bar. */
    void update(long openTime, double high, double low, double close) {
        if (following != null) {
            following.update(openTime, high, low, close);
        }
    }

    /** Makes ready for the questions about an entry at a bar, the newest one. */
    void weigh(int bar, double atr) {
        shortAtr = atr * scale;
        if (following != null) {
            longAtr = following.value();
        } else if (above != null && measured != null) {
            LongerAtrs atrs = ahead(measured, above);
            place = atrs.placeOf(bar, place);
            longAtr = atrs.atPlace(place);
        }
    }

    /** Asked for when the first entry is wanted, so that a run without entries does not follow its bars. */
    private LongerAtrs ahead(MeasuredBars bars, Timeframe longer) {
        if (ahead == null) {
            ahead = bars.longerAtrs(longer, atrPeriod);
        }
        return ahead;
    }

    private boolean isSpike() {
        return VolatilitySpike.isRawSpike(shortAtr, longAtr, rules.spikeRatio());
    }

    /** On the distance of the stop. */
    double stopFactor() {
        return isSpike() ? rules.spikeStopFactor() : 1;
    }

    /** On the size. */
    double sizeFactor() {
        return isSpike() ? rules.spikeSizeFactor() : 1;
    }

    /** The rule that fired, and the spike in which it did. */
    String told(String trigger) {
        if (above == null || !isSpike()) {
            return trigger;
        }
        return trigger + " in a volatility spike (" + Decimals.exactly(1, shortAtr / longAtr) + "× the ATR of "
                + above.code() + ": stop ×" + Decimals.atMost(2, rules.spikeStopFactor()) + ", size ×"
                + Decimals.atMost(2, rules.spikeSizeFactor()) + ")";
    }
}
