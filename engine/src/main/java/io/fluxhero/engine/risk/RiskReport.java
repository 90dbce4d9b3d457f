package io.fluxhero.engine.risk;

import io.fluxhero.engine.risk.AccountState.Position;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * The risk of an account at a moment (domain specification i.4). Money in micros, ratios as fractions of equity.
 *
 * @param drawdownMicros below the peak, 0 at it
 * @param drawdown the same as a fraction of the peak
 * @param exposureMicros sum of the absolute values of positions
 * @param riskDeployedMicros lost at the stops from the entry prices; a position without a stop counts whole
 * @param worstCaseMicros lost at the stops from the current prices; a stop that locks a gain counts 0
 * @param gapCaseMicros lost where every position goes a tenth against us at once, whatever its stop
 */
public record RiskReport(
        long peakMicros,
        long equityMicros,
        long drawdownMicros,
        double drawdown,
        Level level,
        int positions,
        long exposureMicros,
        double exposureRatio,
        long riskDeployedMicros,
        long worstCaseMicros,
        long gapCaseMicros,
        Optional<Largest> largest) {

    private static final double GAP = 0.10;

    /** How deep the drawdown is. */
    public enum Level {
        /** Below the warning. */
        NORMAL,
        /** At the warning or beyond. */
        WARNING,
        /** At the halt or beyond. */
        CRITICAL
    }

    /** The position of the highest absolute value, and its share of equity. */
    public record Largest(String symbol, long valueMicros, double ratio) {}

    /**
     * Of positions at these prices.
     *
     * @param marksMicros last price by symbol; where it is missing the entry price stands for it
     */
    public static RiskReport of(
            RiskConfig config,
            long peakMicros,
            long equityMicros,
            Iterable<Position> positions,
            Map<String, Long> marksMicros) {
        int count = 0;
        long exposure = 0;
        long deployed = 0;
        long worst = 0;
        Optional<Largest> largest = Optional.empty();
        Comparator<Largest> byValue = Comparator.comparingLong(Largest::valueMicros);
        for (Position held : positions) {
            long mark = marksMicros.getOrDefault(held.symbol(), held.averagePriceMicros());
            long value = Math.abs(held.valueMicros(mark));
            Largest own = new Largest(held.symbol(), value, Concentration.ratio(value, equityMicros));
            count++;
            exposure += value;
            deployed += Math.abs(held.gainMicros(held.stopMicros()));
            worst += Math.max(0, held.valueMicros(mark) - held.valueMicros(held.stopMicros()));
            largest = largest.filter(most -> byValue.compare(most, own) >= 0).or(() -> Optional.of(own));
        }
        double drawdown = new EquityPeak(peakMicros).drawdown(equityMicros);
        return new RiskReport(
                peakMicros,
                equityMicros,
                Math.max(0, peakMicros - equityMicros),
                Math.max(0, drawdown),
                level(config, drawdown),
                count,
                exposure,
                equityMicros == 0 ? 0 : exposure / (double) equityMicros,
                deployed,
                worst,
                (long) StrictMath.rint(exposure * GAP),
                largest);
    }

    private static Level level(RiskConfig config, double drawdown) {
        if (drawdown >= config.drawdownHalt()) {
            return Level.CRITICAL;
        }
        return drawdown >= config.drawdownWarning() ? Level.WARNING : Level.NORMAL;
    }
}
