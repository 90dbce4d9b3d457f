package io.fluxhero.engine.indicator;

import io.fluxhero.engine.market.CandleSeries;

/**
 * The measures that wait on their own last value: exponential average, Kaufman's average, relative strength and
 * directional movement. In bulk they take their steps side by side, so that the processor waits for all of them at once;
 * what is made of the averages comes after, in loops that do several bars at a time.
 */
final class RunningAverages {

    private final Ema ema;
    private final Kama kama;
    private final Rsi rsi;
    private final Adx adx;

    RunningAverages(IndicatorPeriods periods) {
        this.ema = new Ema(periods.emaPeriod());
        this.kama = new Kama(periods.kamaPeriod(), periods.kamaFast(), periods.kamaSlow(), periods.kamaRegimeAware());
        this.rsi = new Rsi(periods.rsiPeriod());
        this.adx = new Adx(periods.atrPeriod());
    }

    /** Takes a bar whose close stands at an index, those before it being known, and writes at {@code place}. */
    void update(double high, double low, double[] closes, int at, IndicatorColumns out, int place) {
        ema.update(closes[at]);
        rsi.update(closes[at]);
        kama.update(closes, at);
        adx.update(high, low, closes[at]);
        out.ema()[place] = ema.value();
        out.rsi()[place] = rsi.value();
        out.kama()[place] = kama.value();
        out.efficiencyRatio()[place] = kama.efficiencyRatio();
        out.atr()[place] = adx.atr();
        out.plusDi()[place] = adx.plus().value();
        out.minusDi()[place] = adx.minus().value();
        out.adx()[place] = adx.value();
    }

    /**
     * Takes the bars from index {@code from} to before {@code to}, those before them being known, and writes what is measured
     * {@code shift} places further on.
     */
    void update(CandleSeries bars, int from, int to, IndicatorColumns out, int shift) {
        int i = from;
        for (; i < to && !isSeeded(); i++) {
            update(bars.highs()[i], bars.lows()[i], bars.closes(), i, out, i + shift);
        }
        if (i < to) {
            kama.efficiency().update(bars.closes(), i, to, out.efficiencyRatio(), out.kama(), shift);
            smooth(bars, i, to, out, shift);
            compare(i + shift, to + shift, out);
            follow(bars.closes(), i, to, out, shift);
        }
    }

    private boolean isSeeded() {
        return ema.smoothing().isSeeded() && rsi.gains().isSeeded() && kama.isSeeded() && adx.isSeeded();
    }

    /** The averages of gains and losses, and of the three movements. Losses stand where ADX will. */
    private void smooth(CandleSeries bars, int from, int to, IndicatorColumns out, int shift) {
        double[] highs = bars.highs();
        double[] lows = bars.lows();
        double[] closes = bars.closes();
        double[] gains = out.rsi();
        double[] losses = out.adx();
        double[] ranges = out.atr();
        double[] ups = out.plusDi();
        double[] downs = out.minusDi();
        double rsiWeight = rsi.gains().weight();
        double adxWeight = adx.range().weight();
        double gain = rsi.gains().value();
        double loss = rsi.losses().value();
        double range = adx.range().value();
        double rising = adx.plus().value();
        double falling = adx.minus().value();
        for (int i = from; i < to; i++) {
            double change = closes[i] - closes[i - 1];
            double up = highs[i] - highs[i - 1];
            double down = lows[i - 1] - lows[i];
            gain = Smoothing.step(rsiWeight, gain, Rsi.rise(change));
            loss = Smoothing.step(rsiWeight, loss, Rsi.fall(change));
            range = Smoothing.step(adxWeight, range, TrueRange.of(highs[i], lows[i], closes[i - 1]));
            rising = Smoothing.step(adxWeight, rising, DirectionalMovement.plus(up, down));
            falling = Smoothing.step(adxWeight, falling, DirectionalMovement.minus(up, down));
            gains[i + shift] = gain;
            losses[i + shift] = loss;
            ranges[i + shift] = range;
            ups[i + shift] = rising;
            downs[i + shift] = falling;
        }
        rsi.moveTo(gain, loss);
        adx.moveTo(range, rising, falling);
    }

    /** Makes relative strength and the directional index of their averages. */
    private static void compare(int from, int to, IndicatorColumns out) {
        double[] strengths = out.rsi();
        double[] indices = out.adx();
        double[] ups = out.plusDi();
        double[] downs = out.minusDi();
        for (int i = from; i < to; i++) {
            strengths[i] = Rsi.index(strengths[i], indices[i]);
        }
        for (int i = from; i < to; i++) {
            indices[i] = Adx.directionalIndex(ups[i], downs[i]);
        }
    }

    /** Makes directional indicators of the averages of the movements that stand where they belong; no rule reads them. */
    static void tellDirections(int from, int to, IndicatorColumns out) {
        double[] ranges = out.atr();
        double[] ups = out.plusDi();
        double[] downs = out.minusDi();
        for (int i = from; i < to; i++) {
            ups[i] = Adx.indicator(ups[i], ranges[i]);
            downs[i] = Adx.indicator(downs[i], ranges[i]);
        }
    }

    /** The average of closes, Kaufman's, and that of the directional index. */
    private void follow(double[] closes, int from, int to, IndicatorColumns out, int shift) {
        double[] ratios = out.efficiencyRatio();
        double[] averages = out.ema();
        double[] kamas = out.kama();
        double[] indices = out.adx();
        double emaWeight = ema.smoothing().weight();
        double weight = adx.index().weight();
        double average = ema.value();
        double adaptive = kama.value();
        double index = adx.index().value();
        for (int i = from; i < to; i++) {
            average = Smoothing.step(emaWeight, average, closes[i]);
            adaptive = Smoothing.step(kama.weight(closes, i, ratios[i + shift]), adaptive, closes[i]);
            index = Smoothing.step(weight, index, indices[i + shift]);
            averages[i + shift] = average;
            kamas[i + shift] = adaptive;
            indices[i + shift] = index;
        }
        ema.smoothing().moveTo(average);
        kama.moveTo(adaptive);
        adx.index().moveTo(index);
    }
}
