package io.fluxhero.contracts.portfolio;

import io.fluxhero.contracts.Meta;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The account after the decisions of one bar.
 *
 * @param meta identity, correlation, event time
 * @param account the account
 * @param barTime open time of the bar that this follows from
 * @param equity cash and positions at the last marks
 * @param cash settled cash
 * @param exposure sum of absolute position values
 * @param exposurePct of equity, in percent
 * @param peakEquity highest equity so far
 * @param drawdownPct 0 or negative, in percent
 * @param dailyPnl since the session began, open positions included
 * @param dailyPnlPct of the session's opening equity, in percent
 * @param openRisk lost if every stop were hit, from the last marks
 * @param openPositions positions held
 * @param tradingStatus {@code ACTIVE}, {@code REDUCED} or {@code DISABLED}
 * @param haltReason why trading is disabled
 */
public record PortfolioUpdated(
        Meta meta,
        String account,
        Instant barTime,
        BigDecimal equity,
        BigDecimal cash,
        BigDecimal exposure,
        BigDecimal exposurePct,
        BigDecimal peakEquity,
        BigDecimal drawdownPct,
        BigDecimal dailyPnl,
        BigDecimal dailyPnlPct,
        BigDecimal openRisk,
        int openPositions,
        String tradingStatus,
        @Nullable String haltReason)
        implements PortfolioMessage {

    public PortfolioUpdated {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(barTime, "barTime");
        Objects.requireNonNull(equity, "equity");
        Objects.requireNonNull(cash, "cash");
        Objects.requireNonNull(exposure, "exposure");
        Objects.requireNonNull(exposurePct, "exposurePct");
        Objects.requireNonNull(peakEquity, "peakEquity");
        Objects.requireNonNull(drawdownPct, "drawdownPct");
        Objects.requireNonNull(dailyPnl, "dailyPnl");
        Objects.requireNonNull(dailyPnlPct, "dailyPnlPct");
        Objects.requireNonNull(openRisk, "openRisk");
        Objects.requireNonNull(tradingStatus, "tradingStatus");
    }
}
