package io.fluxhero.engine.performance;

/**
 * A closed trade as measuring needs it; {@code NaN} is not known.
 *
 * @param mode that opened it
 * @param regime at its entry
 * @param exitReason why it was closed
 * @param pnl net money
 * @param rMultiple profit over the money that was risked at entry
 * @param adverse maximum adverse excursion: most that it was worth less than its entry while held, money, 0 or more
 * @param favourable maximum favourable excursion: most that it was worth more, money, 0 or more
 * @param tradedValue value bought plus value sold, money
 */
public record TradeResult(
        String mode,
        String regime,
        String exitReason,
        double pnl,
        double rMultiple,
        double adverse,
        double favourable,
        int holdingBars,
        double tradedValue) {}
