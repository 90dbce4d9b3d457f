package io.fluxhero.engine.market;

import java.time.LocalDate;

/**
 * One day of trading.
 *
 * @param date of the exchange
 * @param open first moment, epoch milliseconds
 * @param close first moment after it, epoch milliseconds
 * @param isHalf whether it ends early
 */
public record TradingSession(LocalDate date, long open, long close, boolean isHalf) {

    /** Whether the moment is within the session. */
    public boolean contains(long time) {
        return time >= open && time < close;
    }
}
