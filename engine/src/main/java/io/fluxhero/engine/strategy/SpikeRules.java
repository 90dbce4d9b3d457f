package io.fluxhero.engine.strategy;

import io.fluxhero.engine.regime.VolatilitySpike;

/**
 * What a volatility spike changes at an entry (domain specification b.8, d.5): bars within a day only. The ATR of the
 * bars, on the scale of longer ones, is held against the ATR of those: an hour above bars of minutes, a day above hours.
 *
 * @param spikeRule whether spikes are looked for
 * @param spikeRatio how many times larger makes one, more than
 * @param spikeStopFactor on the distance of the first stop; one that trails goes on at its usual distance
 * @param spikeSizeFactor on the size, above 0 and at most 1
 */
public record SpikeRules(boolean spikeRule, double spikeRatio, double spikeStopFactor, double spikeSizeFactor) {

    public SpikeRules {
        Bounds.positive("spike ratio", spikeRatio);
        Bounds.positive("spike stop factor", spikeStopFactor);
        Bounds.share("spike size factor", spikeSizeFactor);
    }

    /** The values of the domain specification. */
    public static SpikeRules defaults() {
        return new SpikeRules(
                true, VolatilitySpike.THRESHOLD, VolatilitySpike.STOP_FACTOR, VolatilitySpike.SIZE_FACTOR);
    }
}
