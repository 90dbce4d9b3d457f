package io.fluxhero.engine.indicator;

/**
 * The measures of closes that wait on their own last value: exponential average, Kaufman's average and the averages of
 * relative strength. In bulk they take their steps side by side, so that the processor waits for all of them at once.
 */
final class CloseAverages {

    private final Ema ema;
    private final Kama kama;
    private final Rsi rsi;

    CloseAverages(IndicatorPeriods periods) {
        this.ema = new Ema(periods.emaPeriod());
        this.kama = new Kama(periods.kamaPeriod(), periods.kamaFast(), periods.kamaSlow(), periods.kamaRegimeAware());
        this.rsi = new Rsi(periods.rsiPeriod());
    }

    /** Takes the close at an index, those before it being known, and writes at {@code place} of the columns. */
    void update(double[] closes, int at, IndicatorColumns out, int place) {
        ema.update(closes[at]);
        rsi.update(closes[at]);
        kama.update(closes, at);
        write(out, place);
    }

    private void write(IndicatorColumns out, int place) {
        out.ema()[place] = ema.value();
        out.rsi()[place] = rsi.value();
        out.kama()[place] = kama.value();
        out.efficiencyRatio()[place] = kama.efficiencyRatio();
    }

    /** Takes the closes from index {@code from} to before {@code to}, those before them being known. */
    void update(double[] closes, int from, int to, IndicatorColumns out) {
        int i = from;
        for (; i < to && !isSeeded(); i++) {
            update(closes, i, out, i);
        }
        if (i < to) {
            kama.efficiency().update(closes, i, to, out.efficiencyRatio());
            step(closes, i, to, out);
        }
    }

    private boolean isSeeded() {
        return ema.smoothing().isSeeded() && rsi.gains().isSeeded() && kama.isSeeded();
    }

    private void step(double[] closes, int from, int to, IndicatorColumns out) {
        double[] ratios = out.efficiencyRatio();
        double[] emas = out.ema();
        double[] kamas = out.kama();
        double[] strengths = out.rsi();
        double emaWeight = ema.smoothing().weight();
        double rsiWeight = rsi.gains().weight();
        double average = ema.value();
        double adaptive = kama.value();
        double gain = rsi.gains().value();
        double loss = rsi.losses().value();
        for (int i = from; i < to; i++) {
            double close = closes[i];
            double change = close - closes[i - 1];
            average = Smoothing.step(emaWeight, average, close);
            adaptive = Smoothing.step(kama.weight(closes, i, ratios[i]), adaptive, close);
            gain = Smoothing.step(rsiWeight, gain, Rsi.rise(change));
            loss = Smoothing.step(rsiWeight, loss, Rsi.rise(-change));
            emas[i] = average;
            kamas[i] = adaptive;
            strengths[i] = Rsi.index(gain, loss);
        }
        ema.smoothing().moveTo(average);
        kama.moveTo(adaptive);
        rsi.moveTo(gain, loss, closes[to - 1]);
    }
}
