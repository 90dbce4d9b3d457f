package io.fluxhero.backtest.domain;

import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.StrategyMode;
import io.fluxhero.engine.backtest.ClosedTrade;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.strategy.ExplanationText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Trades and what is still held, as readers know them. */
final class TradeView {

    private TradeView() {}

    static RunTrade closed(String id, ClosedTrade trade) {
        double pnl = Micros.toDouble(trade.pnlMicros());
        double cost = Micros.toDouble(trade.entryPriceMicros()) * trade.shares();
        String reason = ExplanationText.formatted(
                trade.symbol(), trade.entryExplanation(), Micros.toDouble(trade.riskMicros()), trade.riskPercent());
        return new RunTrade(
                id,
                trade.symbol(),
                trade.side().sign(),
                trade.side().name(),
                Micros.toDouble(trade.entryPriceMicros()),
                Instant.ofEpochMilli(trade.entryTime()),
                Micros.toDouble(trade.exitPriceMicros()),
                Instant.ofEpochMilli(trade.exitTime()),
                trade.shares(),
                Micros.toDouble(trade.lastStopMicros()),
                null,
                null,
                pnl,
                null,
                pnl,
                pnl / cost * 100,
                "CLOSED",
                trade.mode().name(),
                trade.entryExplanation().regime().name(),
                reason,
                explanation(trade, reason),
                Micros.toDouble(trade.commissionMicros()),
                Micros.toDouble(trade.slippageMicros()),
                trade.holdingBars(),
                trade.exitBy().name(),
                RunReport.known(trade.rMultiple()),
                Micros.toDouble(trade.maeMicros()),
                Micros.toDouble(trade.mfeMicros()));
    }

    static RunTrade open(String id, AccountState.Position held, double lastClose) {
        double gain = Micros.toDouble(held.gainMicros(Micros.of(lastClose)) - held.entryCommissionMicros());
        return new RunTrade(
                id,
                held.symbol(),
                held.side().sign(),
                held.side().name(),
                Micros.toDouble(held.averagePriceMicros()),
                Instant.ofEpochMilli(held.entryTime()),
                null,
                null,
                held.shares(),
                held.stopMicros() == 0 ? null : Micros.toDouble(held.stopMicros()),
                held.targetMicros() == 0 ? null : Micros.toDouble(held.targetMicros()),
                lastClose,
                null,
                gain,
                gain,
                gain / (Micros.toDouble(held.averagePriceMicros()) * held.shares()) * 100,
                "OPEN",
                held.mode() == null ? null : held.mode().name(),
                null,
                null,
                null,
                Micros.toDouble(held.entryCommissionMicros()),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Explanation explanation(ClosedTrade trade, String formatted) {
        io.fluxhero.engine.strategy.Explanation why = trade.entryExplanation();
        return new Explanation(
                why.side().name(),
                StrategyMode.valueOf(why.mode().name()),
                why.regime().name(),
                why.volatility().name(),
                decimal(why.price()),
                known(why.atr()),
                known(why.kama()),
                known(why.rsi()),
                known(why.adx()),
                known(why.rSquared()),
                why.trigger(),
                known(why.stop()),
                Micros.toDecimal(trade.riskMicros()),
                known(trade.riskPercent()),
                trade.shares(),
                why.noiseFilterPassed(),
                why.volumeValidated(),
                formatted,
                ExplanationText.compact(why, trade.riskPercent()));
    }

    private static @Nullable BigDecimal known(double value) {
        return Double.isNaN(value) ? null : decimal(value);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(Micros.SCALE, RoundingMode.HALF_EVEN);
    }
}
