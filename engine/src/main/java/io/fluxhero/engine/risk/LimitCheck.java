package io.fluxhero.engine.risk;

/**
 * What the limits saw of an entry that they allowed, the entry itself not counted; money in
 * {@link io.fluxhero.engine.market.Micros}.
 *
 * @param valueMicros shares at the price at which the entry is expected to fill
 * @param positionLimitMicros most that one position may be worth
 * @param exposureMicros positions at the last marks, and what is not ours
 * @param reservedMicros entries that are not filled yet
 * @param exposureLimitMicros most that all of these may be worth together
 * @param positions those held, those that are not ours, and entries that are not filled yet
 * @param positionsLimit most of these
 * @param freeCashMicros cash that an entry could use: reservations and the buying back of shorts are taken off
 */
public record LimitCheck(
        long valueMicros,
        long positionLimitMicros,
        long exposureMicros,
        long reservedMicros,
        long exposureLimitMicros,
        int positions,
        int positionsLimit,
        long freeCashMicros) {}
