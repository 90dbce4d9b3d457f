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
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.AbstractIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.RecursiveCachedIndicator;
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
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.numeric.BinaryOperationIndicator;
import org.ta4j.core.indicators.statistics.PearsonCorrelationIndicator;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator.SimpleLinearRegressionType;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.AbstractRule;
import org.ta4j.core.rules.AverageTrueRangeTrailingStopLossRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.NotRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.StopLossRule;
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
        Indicator<Num> number = new BarNumber(series);
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

    /**
     * The rules of our dual mode, which is long only by default. Alike are: both entries and the one of a neutral market,
     * the regime by ADX and R² that three bars confirm, the volume that an entry needs, an exit by the rule of the mode
     * that opened, a trailing stop for trends and a fixed one for mean reversion, fills at the next open, a commission. Only
     * we do: sizing, the limits of an account, stops within the bar, slippage, gap and closing-time rules, and whatever is
     * reported.
     */
    double backtest() {
        return backtest(true);
    }

    /**
     * The same trades by rules that ask what is seldom true first. It knows no regime, no R² and no bands of most bars, as
     * ours and {@link #backtest()} do.
     */
    double backtestByTheRarest() {
        return backtest(false);
    }

    private double backtest(boolean regimeFirst) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        KAMAIndicator kama = new KAMAIndicator(close, 10, 2, 30);
        ATRIndicator atr = new ATRIndicator(series, 14);
        RSIIndicator rsi = new RSIIndicator(close, 14);
        BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
        Indicator<Num> lower = new BollingerBandsLowerIndicator(middle, new StandardDeviationIndicator(close, 20));
        VolumeIndicator volume = new VolumeIndicator(series);
        SMAIndicator meanVolume = new SMAIndicator(volume, 20);
        ConfirmedRegime regime = new ConfirmedRegime(
                new ADXIndicator(series, 14), new PearsonCorrelationIndicator(close, new BarNumber(series), 50));

        Rule crossing = new CrossedUpIndicatorRule(close, beside(kama, atr, 0.5));
        Rule oversold = new UnderIndicatorRule(rsi, 30).and(new NotRule(new OverIndicatorRule(close, lower)));
        Rule loud = new OverIndicatorRule(volume, BinaryOperationIndicator.product(meanVolume, 1.5));
        Rule audible = new OverIndicatorRule(volume, BinaryOperationIndicator.product(meanVolume, 0.5));
        Rule entry = both(regimeFirst, regime.is(Regime.TREND), crossing)
                .and(loud)
                .or(both(regimeFirst, regime.is(Regime.RANGE), oversold).and(audible))
                .or(both(regimeFirst, regime.is(Regime.NEUTRAL), crossing.and(oversold))
                        .and(audible));
        Rule fallen = new UnderIndicatorRule(close, beside(kama, atr, -0.3));
        Rule reverted = new NotRule(new UnderIndicatorRule(close, middle)).or(new OverIndicatorRule(rsi, 70));
        Rule trail = new AverageTrueRangeTrailingStopLossRule(close, atr, 2.5);
        Rule exit = regime.openedIn(Regime.TREND)
                .and(fallen.or(trail))
                .or(regime.openedIn(Regime.RANGE).and(reverted.or(new StopLossRule(close, 3))))
                .or(regime.openedIn(Regime.NEUTRAL).and(fallen.or(reverted).or(trail)));
        return new BarSeriesManager(
                        series, new LinearTransactionCostModel(0.0005), new ZeroCostModel(), new TradeOnNextOpenModel())
                .run(new BaseStrategy(entry, exit, WARM_UP))
                .getPositionCount();
    }

    private static Rule both(boolean inThisOrder, Rule one, Rule other) {
        return inThisOrder ? one.and(other) : other.and(one);
    }

    /** As our regimes: by the newest bar, and believed from the third alike on. */
    private enum Regime {
        TREND,
        RANGE,
        NEUTRAL
    }

    private static final class ConfirmedRegime extends RecursiveCachedIndicator<Regime> {

        private final ADXIndicator direction;
        private final Indicator<Num> correlation;

        ConfirmedRegime(ADXIndicator direction, Indicator<Num> correlation) {
            super(direction);
            this.direction = direction;
            this.correlation = correlation;
        }

        @Override
        protected Regime calculate(int index) {
            if (index < WARM_UP) {
                return Regime.NEUTRAL;
            }
            Regime newest = of(index);
            boolean isConfirmed = newest == of(index - 1) && newest == of(index - 2);
            return isConfirmed ? newest : getValue(index - 1);
        }

        /** Both measures are kept once they are computed. */
        private Regime of(int index) {
            double adx = direction.getValue(index).doubleValue();
            double r = correlation.getValue(index).doubleValue();
            if (adx > 25 && r * r > 0.6) {
                return Regime.TREND;
            }
            return adx < 20 && r * r < 0.4 ? Regime.RANGE : Regime.NEUTRAL;
        }

        Rule is(Regime wanted) {
            return new AbstractRule() {
                @Override
                public boolean isSatisfied(int index, TradingRecord record) {
                    return getValue(index) == wanted;
                }
            };
        }

        /** The bar before the fill is the one that was decided on. */
        Rule openedIn(Regime wanted) {
            return new AbstractRule() {
                @Override
                public boolean isSatisfied(int index, TradingRecord record) {
                    return getValue(record.getCurrentPosition().getEntry().getIndex() - 1) == wanted;
                }
            };
        }

        @Override
        public int getCountOfUnstableBars() {
            return WARM_UP;
        }
    }

    /** 0, 1, 2, ...: what a line is laid against, faster than any that ta4j brings along. */
    private static final class BarNumber extends AbstractIndicator<Num> {

        BarNumber(BarSeries series) {
            super(series);
        }

        @Override
        public Num getValue(int index) {
            return getBarSeries().numFactory().numOf(index);
        }

        @Override
        public int getCountOfUnstableBars() {
            return 0;
        }
    }

    /** KAMA and so many ATR. */
    private static Indicator<Num> beside(KAMAIndicator kama, ATRIndicator atr, double multiple) {
        return BinaryOperationIndicator.sum(kama, BinaryOperationIndicator.product(atr, multiple));
    }
}
