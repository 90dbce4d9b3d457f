package io.fluxhero.engine.validation;

import io.fluxhero.engine.performance.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The same strategy with the same parameters on other instruments, each with capital of its own: what was found on one and
 * fails on the rest was fitted to it (domain specification g.12). {@code NaN} is undefined.
 *
 * @param symbols asked for; more than {@code assets} where it was cancelled
 * @param assets by symbol
 * @param meanSharpe of the defined ones, and so on for the others
 * @param profitableRatio consistency: fraction of the assets that made money
 * @param positiveSharpeRatio fraction with a Sharpe ratio above 0
 */
public record CrossAsset(
        int symbols,
        List<Asset> assets,
        double meanSharpe,
        double lowestSharpe,
        double meanReturnPct,
        double lowestReturnPct,
        double deepestDrawdownPct,
        double profitableRatio,
        double positiveSharpeRatio) {

    /** One instrument. */
    public record Asset(String symbol, Metrics metrics) {}

    /**
     * Runs the strategy over each symbol.
     *
     * @param backtest over one symbol alone; asked by the workers
     */
    public static CrossAsset run(
            SortedSet<String> names, Function<String, Metrics> backtest, Workers workers, Progress progress) {
        List<String> symbols = List.copyOf(names);
        @Nullable Asset[] assets = new Asset[symbols.size()];
        workers.carryOut(assets.length, index -> {
            if (!progress.isCancelled()) {
                String symbol = symbols.get(index);
                assets[index] = new Asset(symbol, backtest.apply(symbol));
                progress.pieceDone(assets.length);
            }
        });
        return of(symbols.size(), done(assets));
    }

    /** Whether every symbol was run. */
    public boolean isComplete() {
        return assets.size() == symbols;
    }

    private static List<Asset> done(@Nullable Asset[] assets) {
        List<Asset> done = new ArrayList<>(assets.length);
        for (Asset asset : assets) {
            if (asset != null) {
                done.add(asset);
            }
        }
        return List.copyOf(done);
    }

    private static CrossAsset of(int symbols, List<Asset> assets) {
        double[] sharpes = figures(assets, Metrics::sharpe);
        double[] returns = figures(assets, Metrics::totalReturnPct);
        return new CrossAsset(
                symbols,
                assets,
                Arrays.stream(sharpes).average().orElse(Double.NaN),
                Arrays.stream(sharpes).min().orElse(Double.NaN),
                Arrays.stream(returns).average().orElse(Double.NaN),
                Arrays.stream(returns).min().orElse(Double.NaN),
                Arrays.stream(figures(assets, Metrics::maxDrawdownPct)).min().orElse(Double.NaN),
                share(returns, assets.size()),
                share(sharpes, assets.size()));
    }

    private static double[] figures(List<Asset> assets, ToDoubleFunction<Metrics> figure) {
        return assets.stream()
                .mapToDouble(asset -> figure.applyAsDouble(asset.metrics()))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static double share(double[] values, int of) {
        return of == 0
                ? Double.NaN
                : Arrays.stream(values).filter(value -> value > 0).count() / (double) of;
    }
}
