package io.fluxhero.risk.domain.account;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Portfolio;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The account in figures that people ask for; money in {@link Micros}.
 *
 * @param buyingPower cash that a new entry could use, 0 at least
 * @param initialCapital what returns count from: what the account was opened with, or had after the last movement of cash
 * @param exposure sum of absolute position values, what the broker holds that is not ours included
 * @param largestPosition highest absolute position value
 * @param sessionOpenEquity equity when the session began
 * @param openRisk lost if every stop were hit, from the last marks
 */
public record AccountFigures(
        long cash,
        long buyingPower,
        long initialCapital,
        long equity,
        long exposure,
        long largestPosition,
        long peakEquity,
        long sessionOpenEquity,
        long openRisk,
        int openPositions) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The figures of {@code portfolio} as it stands. */
    public static AccountFigures of(Portfolio portfolio) {
        AccountState state = portfolio.state();
        long largest = 0;
        for (AccountState.Position position : state.positions()) {
            long mark = state.marksMicros().getOrDefault(position.symbol(), position.averagePriceMicros());
            largest = Math.max(largest, Math.abs(position.valueMicros(mark)));
        }
        long equity = portfolio.equityMicros();
        return new AccountFigures(
                state.cashMicros(),
                Math.max(0, portfolio.freeCashMicros()),
                state.baseMicros(),
                equity,
                portfolio.exposureMicros() + portfolio.externalExposureMicros(),
                largest,
                Math.max(state.peakEquityMicros(), equity),
                state.sessionOpenEquityMicros(),
                portfolio.openRiskMicros(),
                state.positions().size());
    }

    /** Gained or lost since the account began, or was reset. */
    public long totalPnl() {
        return equity - initialCapital;
    }

    /** Gained or lost since the session began. */
    public long dailyPnl() {
        return equity - sessionOpenEquity;
    }

    /** Of the session's opening equity, in percent. */
    public BigDecimal dailyPnlPct() {
        return percent(dailyPnl(), sessionOpenEquity);
    }

    /** Of equity, in percent. */
    public BigDecimal exposurePct() {
        return percent(exposure, equity);
    }

    /** Of equity, in percent. */
    public BigDecimal largestPositionPct() {
        return percent(largestPosition, equity);
    }

    /** From the peak: 0 or negative, in percent. */
    public BigDecimal drawdownPct() {
        return percent(equity - peakEquity, peakEquity);
    }

    private static BigDecimal percent(long part, long whole) {
        if (whole == 0) {
            return BigDecimal.ZERO.setScale(Micros.SCALE);
        }
        return BigDecimal.valueOf(part)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole), Micros.SCALE, RoundingMode.HALF_EVEN);
    }
}
