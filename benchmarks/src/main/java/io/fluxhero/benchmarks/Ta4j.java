package io.fluxhero.benchmarks;

import io.fluxhero.engine.market.CandleSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Indicator;
import org.ta4j.core.Rule;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.KAMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.ConstantIndicator;
import org.ta4j.core.indicators.helpers.RunningTotalIndicator;
import org.ta4j.core.indicators.numeric.BinaryOperationIndicator;
import org.ta4j.core.indicators.statistics.PearsonCorrelationIndicator;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator.SimpleLinearRegressionType;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.AverageTrueRangeTrailingStopLossRule;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/** The same by ta4j with DoubleNum, its fastest number. Indicators are made anew each time: they keep what they computed. */
final class Ta4j {

    private static final int WARM_UP = 60;

    private final BarSeries series;

    Ta4j(CandleSeries candles) {
        series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        for (int i = 0; i < candles.size(); i++) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochMilli(candles.openTime(i) + 60_000))
                    .openPrice(candles.opens()[i])
                    .highPrice(candles.highs()[i])
                    .lowPrice(candles.lows()[i])
                    .closePrice(candles.closes()[i])
                    .volume(candles.volumes()[i])
                    .add();
        }
    }

    double suite() {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator mean = new SMAIndicator(close, 20);
        BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(mean);
        Indicator<Num> number = new RunningTotalIndicator(
                new ConstantIndicator<>(series, series.numFactory().one()), series.getBarCount());
        StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, 20);
        List<Indicator<Num>> suite = List.of(
                new EMAIndicator(close, 20),
                mean,
                new RSIIndicator(close, 14),
                new ATRIndicator(series, 14),
                new ADXIndicator(series, 14),
                new PlusDIIndicator(series, 14),
                new MinusDIIndicator(series, 14),
                new BollingerBandsUpperIndicator(middle, deviation),
                new BollingerBandsLowerIndicator(middle, deviation),
                new KAMAIndicator(close, 10, 2, 30),
                new SimpleLinearRegressionIndicator(close, 20, SimpleLinearRegressionType.SLOPE),
                new PearsonCorrelationIndicator(close, number, 20));
        double sum = 0;
        for (int i = 0; i <= series.getEndIndex(); i++) {
            for (Indicator<Num> indicator : suite) {
                sum += indicator.getValue(i).doubleValue();
            }
        }
        return sum;
    }

    /** Trades crossings of KAMA and an ATR band while ADX is high: three of our rules, no costs, no stops, no metrics. */
    double crossing() {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        KAMAIndicator kama = new KAMAIndicator(close, 10, 2, 30);
        ATRIndicator atr = new ATRIndicator(series, 14);
        Rule entry = new CrossedUpIndicatorRule(close, beside(kama, atr, 0.5))
                .and(new OverIndicatorRule(new ADXIndicator(series, 14), 25));
        Rule exit = new CrossedDownIndicatorRule(close, beside(kama, atr, -0.3));
        return new BarSeriesManager(series)
                .run(new BaseStrategy(entry, exit, WARM_UP))
                .getPositionCount();
    }

    /**
     * The rules of our dual mode, long only, with costs, fills at the next open and a trailing stop: no confirmation of
     * regimes, no noise filter, no sizing, no account, no metrics. Conditions that are seldom true are asked first.
     */
    double backtest() {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        KAMAIndicator kama = new KAMAIndicator(close, 10, 2, 30);
        ATRIndicator atr = new ATRIndicator(series, 14);
        ADXIndicator adx = new ADXIndicator(series, 14);
        Indicator<Num> number = new RunningTotalIndicator(
                new ConstantIndicator<>(series, series.numFactory().one()), series.getBarCount());
        PearsonCorrelationIndicator correlation = new PearsonCorrelationIndicator(close, number, 50);
        Indicator<Num> determination = BinaryOperationIndicator.product(correlation, correlation);
        BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
        Indicator<Num> lower = new BollingerBandsLowerIndicator(middle, new StandardDeviationIndicator(close, 20));
        Rule trend = new OverIndicatorRule(adx, 25).and(new OverIndicatorRule(determination, 0.6));
        Rule range = new UnderIndicatorRule(adx, 20).and(new UnderIndicatorRule(determination, 0.4));
        Rule entry = new CrossedUpIndicatorRule(close, beside(kama, atr, 0.5))
                .and(trend)
                .or(new UnderIndicatorRule(new RSIIndicator(close, 14), 30)
                        .and(new UnderIndicatorRule(close, lower))
                        .and(range));
        Rule exit = new UnderIndicatorRule(close, beside(kama, atr, -0.3))
                .and(trend)
                .or(new OverIndicatorRule(close, middle).and(range))
                .or(new AverageTrueRangeTrailingStopLossRule(close, atr, 2.5));
        return new BarSeriesManager(
                        series, new LinearTransactionCostModel(0.0005), new ZeroCostModel(), new TradeOnNextOpenModel())
                .run(new BaseStrategy(entry, exit, WARM_UP))
                .getPositionCount();
    }

    /** KAMA and so many ATR. */
    private static Indicator<Num> beside(KAMAIndicator kama, ATRIndicator atr, double multiple) {
        return BinaryOperationIndicator.sum(kama, BinaryOperationIndicator.product(atr, multiple));
    }
}
