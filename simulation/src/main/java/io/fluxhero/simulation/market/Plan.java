package io.fluxhero.simulation.market;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.simulation.world.Chance;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/**
 * The shape of one seed's day.
 *
 * @param symbols what is traded
 * @param bars bars of each symbol
 * @param spacingMillis virtual time between two bars: far less than a bar in a replay
 * @param entryOdds of a signal to enter, each bar
 * @param exitOdds of a signal to leave, each bar
 * @param swing largest move of one bar, as a fraction
 * @param volumeRatio largest part of a bar's volume that fills, 0 for all
 */
public record Plan(
        RiskSettings risk,
        List<String> symbols,
        int bars,
        long spacingMillis,
        double entryOdds,
        double exitOdds,
        double swing,
        double volumeRatio) {

    /** Bar length of every world: short, so that expiry and leases matter within a few bars. */
    public static final Timeframe TIMEFRAME = Timeframe.parse("1m");

    private static final List<String> NAMES = List.of("AAA", "BBB", "CCC", "DDD");
    private static final long CAPITAL_MICROS = 100_000_000_000L;

    /** The plan of a seed, with at most so many bars. */
    public static Plan of(Chance chance, int mostBars) {
        Chance own = chance.about("plan");
        List<String> symbols = NAMES.subList(0, own.between(2, NAMES.size()));
        int bars = Math.min(mostBars, own.between(6, 12));
        long spacing = own.odds(0.5) ? 15_000 : own.between(50, 3_000);
        double entry = 0.25 + 0.5 * own.unit();
        double exit = 0.05 + 0.3 * own.unit();
        double swing = own.odds(0.2) ? 0.12 : 0.02;
        double volumeRatio = own.odds(0.3) ? 0.05 : 0;
        int slots = own.between(1, 3);
        return new Plan(settings(symbols, slots), symbols, bars, spacing, entry, exit, swing, volumeRatio);
    }

    private static RiskSettings settings(List<String> symbols, int slots) {
        RiskConfig usual = RiskConfig.defaults();
        RiskConfig limits = new RiskConfig(
                usual.riskPerTradeTrend(),
                usual.riskPerTradeMeanReversion(),
                usual.neutralSizeFactor(),
                usual.maxPositionRatio(),
                usual.maxExposureRatio(),
                slots,
                usual.drawdownWarning(),
                usual.drawdownRecovery(),
                usual.drawdownHalt(),
                usual.reducedSizeFactor(),
                usual.trendStopAtr(),
                usual.reducedTrendStopAtr(),
                usual.dailyLossHalt(),
                usual.concentrationHalt());
        return new RiskSettings(
                "PAPER-001",
                CAPITAL_MICROS,
                new TreeSet<>(symbols),
                TIMEFRAME,
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                false,
                limits);
    }
}
