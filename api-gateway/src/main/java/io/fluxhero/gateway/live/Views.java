package io.fluxhero.gateway.live;

import io.fluxhero.contracts.alert.CorrelationWarned;
import io.fluxhero.contracts.alert.DrawdownWarned;
import io.fluxhero.contracts.alert.ExposureCapped;
import io.fluxhero.contracts.alert.RiskAlert;
import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.contracts.alert.TradingHalted;
import io.fluxhero.contracts.alert.TradingResumed;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleCorrected;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.gateway.api.Fill;
import io.fluxhero.gateway.api.IndicatorSeries;
import io.fluxhero.gateway.api.RiskAlertView;
import io.fluxhero.gateway.api.Signal;
import io.fluxhero.gateway.api.SignalExplanation;
import io.fluxhero.gateway.api.frame.CandleColumns;
import io.fluxhero.gateway.api.frame.PriceUpdate;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages in the words of the public door. */
final class Views {
    private Views() {}

    static PriceUpdate price(CandleClosed bar) {
        return new PriceUpdate(
                "price_update",
                bar.symbol(),
                bar.openTime(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                bar.replayIndex(),
                bar.replayTotal());
    }

    static CandleColumns columns(CandleClosed bar) {
        return new CandleColumns(
                bar.symbol(),
                bar.timeframe(),
                List.of(bar.openTime().getEpochSecond()),
                List.of(bar.open()),
                List.of(bar.high()),
                List.of(bar.low()),
                List.of(bar.close()),
                List.of(bar.volume()));
    }

    static CandleColumns columns(CandleCorrected bar) {
        return new CandleColumns(
                bar.symbol(),
                bar.timeframe(),
                List.of(bar.openTime().getEpochSecond()),
                List.of(bar.open()),
                List.of(bar.high()),
                List.of(bar.low()),
                List.of(bar.close()),
                List.of(bar.volume()));
    }

    static IndicatorSeries indicators(IndicatorsUpdated row) {
        return new IndicatorSeries(
                row.symbol(),
                row.timeframe(),
                List.of(row.barTime().getEpochSecond()),
                cell(row.close()),
                cell(row.kama()),
                cell(row.atr()),
                cell(row.atrAverage()),
                cell(row.rsi()),
                cell(row.adx()),
                cell(row.plusDi()),
                cell(row.minusDi()),
                cell(row.bollingerUpper()),
                cell(row.bollingerMiddle()),
                cell(row.bollingerLower()),
                cell(row.slope()),
                cell(row.rSquared()),
                cell(row.efficiencyRatio()),
                List.of(row.regime()),
                List.of(row.volatility()),
                List.of(row.verdict().gate()),
                List.of(row.verdict().detail()));
    }

    static Signal signal(SignalMessage message) {
        return switch (message) {
            case EntrySignalled m ->
                new Signal(
                        m.signalId(),
                        m.explanation().signalType(),
                        m.symbol(),
                        m.timeframe(),
                        m.barTime(),
                        m.side().name(),
                        m.mode().name(),
                        m.price(),
                        m.stopPrice(),
                        m.trailingAtrMultiple(),
                        m.targetPrice(),
                        m.sizeFactor(),
                        explanation(m.explanation()),
                        m.strategy(),
                        m.configHash(),
                        m.meta().correlationId());
            case ExitSignalled m ->
                new Signal(
                        m.signalId(),
                        m.explanation().signalType(),
                        m.symbol(),
                        m.timeframe(),
                        m.barTime(),
                        m.side().name(),
                        m.mode().name(),
                        m.price(),
                        null,
                        null,
                        null,
                        null,
                        explanation(m.explanation()),
                        m.strategy(),
                        m.configHash(),
                        m.meta().correlationId());
        };
    }

    static Fill fill(OrderFilled m) {
        return new Fill(
                m.fillId(),
                m.orderId(),
                m.entryOrderId(),
                m.symbol(),
                m.barTime(),
                m.intent().name(),
                m.side().name(),
                m.positionSide().name(),
                m.quantity(),
                m.price(),
                m.commission(),
                m.slippage(),
                m.remainingQuantity(),
                m.meta().correlationId());
    }

    static RiskAlertView alert(RiskAlert alert) {
        return switch (alert) {
            case DrawdownWarned m -> view(m, "drawdown-warned", m.severity().name(), m.code(), m.detail(), m.figures());
            case TradingHalted m -> view(m, "trading-halted", m.severity().name(), m.code(), m.detail(), m.figures());
            case TradingResumed m -> view(m, "trading-resumed", m.severity().name(), m.code(), m.detail(), m.figures());
            case ExposureCapped m -> view(m, "exposure-capped", m.severity().name(), m.code(), m.detail(), m.figures());
            case CorrelationWarned m ->
                view(m, "correlation-warned", m.severity().name(), m.code(), m.detail(), m.figures());
            case SystemFaulted m -> view(m, "system-faulted", m.severity().name(), m.code(), m.detail(), m.figures());
        };
    }

    static SignalExplanation explanation(Explanation e) {
        return new SignalExplanation(
                e.signalType(),
                e.mode().name(),
                e.regime(),
                e.volatility(),
                e.price(),
                e.atr(),
                e.kama(),
                e.rsi(),
                e.adx(),
                e.rSquared(),
                e.trigger(),
                e.stopLoss(),
                e.riskAmount(),
                e.riskPercent(),
                e.positionSize(),
                e.noiseFilterPassed(),
                e.volumeValidated(),
                e.formattedReason(),
                e.compactReason());
    }

    private static RiskAlertView view(
            RiskAlert alert,
            String type,
            String severity,
            String code,
            String detail,
            Map<String, BigDecimal> figures) {
        return new RiskAlertView(
                alert.meta().messageId(),
                type,
                alert.meta().occurredAt(),
                severity,
                code,
                detail,
                figures,
                alert.meta().correlationId());
    }

    private static List<@Nullable BigDecimal> cell(@Nullable BigDecimal value) {
        return Collections.singletonList(value);
    }
}
