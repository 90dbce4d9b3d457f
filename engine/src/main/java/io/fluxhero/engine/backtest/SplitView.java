package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.strategy.EntryTerms;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lets a strategy see prices as if no split had happened: every bar is scaled by the splits up to its own day, so that
 * nothing of the future shows, and what the strategy says is scaled back to the prices of the market.
 */
final class SplitView implements Voice {

    private final double[] factors;
    private final Voice inner;
    private int newest;

    private SplitView(double[] factors, Voice inner) {
        this.factors = factors;
        this.inner = inner;
    }

    /** The strategy as it is where nothing was split. */
    static Voice over(CandleSeries series, List<CorporateAction> actions, Function<CandleSeries, Voice> strategy) {
        if (actions.stream().allMatch(action -> action.splitRatio() == 1)) {
            return strategy.apply(series);
        }
        double[] factors = factors(series, actions);
        return new SplitView(factors, strategy.apply(scaled(series, factors)));
    }

    private static double[] factors(CandleSeries series, List<CorporateAction> actions) {
        double[] factors = new double[series.size()];
        SessionDays days = new SessionDays();
        double factor = 1;
        int next = 0;
        for (int i = 0; i < factors.length; i++) {
            long day = days.of(series.openTimes()[i]);
            while (next < actions.size() && actions.get(next).exDay() <= day) {
                factor *= actions.get(next++).splitRatio();
            }
            factors[i] = factor;
        }
        return factors;
    }

    private static CandleSeries scaled(CandleSeries series, double[] factors) {
        CandleSeries view = new CandleSeries(series.size());
        for (int i = 0; i < series.size(); i++) {
            double factor = factors[i];
            view.add(
                    series.openTimes()[i],
                    series.opens()[i] * factor,
                    series.highs()[i] * factor,
                    series.lows()[i] * factor,
                    series.closes()[i] * factor,
                    Math.round(series.volumes()[i] / factor));
        }
        return view;
    }

    @Override
    public List<Signal> onBar(int index) {
        newest = index;
        List<Signal> said = inner.onBar(index);
        if (said.isEmpty() || factors[index] == 1) {
            return said;
        }
        List<Signal> scaled = new ArrayList<>();
        said.forEach(signal -> scaled.add(unscaled(signal, factors[index])));
        return scaled;
    }

    private static Signal unscaled(Signal signal, double factor) {
        return switch (signal) {
            case Signal.Exit exit ->
                new Signal.Exit(exit.mode(), exit.side(), price(exit.price(), factor), exit.explanation());
            case Signal.Entry entry ->
                new Signal.Entry(
                        entry.mode(),
                        entry.side(),
                        price(entry.price(), factor),
                        price(entry.stop(), factor),
                        price(entry.target(), factor),
                        entry.trailingAtrMultiple(),
                        StrictMath.rint(entry.averageVolume() * factor),
                        entry.explanation(),
                        unscaled(entry.terms(), factor),
                        entry.sizeFactor());
        };
    }

    private static EntryTerms unscaled(EntryTerms terms, double factor) {
        return new EntryTerms(
                terms.kind(),
                price(terms.limit(), factor),
                price(terms.trigger(), factor),
                terms.forTheDay(),
                terms.timeLimitBars());
    }

    private static double price(double seen, double factor) {
        return Micros.round(seen / factor);
    }

    @Override
    public double atr() {
        return inner.atr() / factors[newest];
    }

    @Override
    public Verdict verdict() {
        return inner.verdict();
    }
}
