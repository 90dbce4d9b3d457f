package io.fluxhero.engine.strategy;

import static io.fluxhero.engine.regime.ConfirmedRegimes.WORD;

import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.regime.ConfirmedRegimes;
import io.fluxhero.engine.regime.Regime;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bars on which the rules of the dual mode are silent, {@value
 * io.fluxhero.engine.regime.ConfirmedRegimes#WORD} at a time, so that nobody has to look at each. It decides nothing: a
 * bit too many costs a look at a bar, and every signal is made by the rules. Comparisons are signs of differences, which
 * are exact and need no branch; what a {@code NaN} gives does not matter, for rules are silent on it.
 */
final class QuietBars {

    /** What {@link SharedScans} knows of one side, by words of bars. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Known(long[] extremes, double[] farthest) {}

    private final StrategyConfig config;
    private final MeasuredBars bars;
    private final IndicatorColumns columns;
    private final NoiseFilter filter;
    private final EntryConditions conditions;
    private final double[] closes;
    private final long[] volumes;
    private final @Nullable Known longs;
    private final @Nullable Known shorts;
    private int word = -1;
    private long entries;

    QuietBars(StrategyConfig config, MeasuredBars bars, NoiseFilter filter, EntryConditions conditions) {
        this.config = config;
        this.bars = bars;
        this.filter = filter;
        this.conditions = conditions;
        columns = bars.columns();
        closes = bars.series().closes();
        volumes = bars.series().volumes();
        SharedScans scans = bars.scans();
        longs = scans == null
                ? null
                : known(scans, Side.LONG, config.reversion().rsiOversold());
        shorts = scans == null || !config.allowShort()
                ? null
                : known(scans, Side.SHORT, config.reversion().rsiOverbought());
    }

    private Known known(SharedScans scans, Side side, double bound) {
        return new Known(scans.extremes(side, bound, word -> extremesIn(word, side)), scans.farthest(side));
    }

    private @Nullable Known known(Side side) {
        return side == Side.LONG ? longs : shorts;
    }

    /**
     * The next bar that has to be looked at: on those before it nothing can be said.
     *
     * @param from where to begin
     * @param armed modes that owe an exit, as {@link ArmedModes#all} gives them
     * @return {@code from} at the earliest; where nothing is to be said, the first bar that is not measured yet
     */
    int next(int from, int armed) {
        int end = bars.end();
        int first = Math.max(from, config.warmUpBars());
        for (int next = first / WORD; next * WORD < end; next++) {
            long said = entries(next) | exits(next, armed);
            said &= next * WORD < first ? -1L << first : -1L;
            if (said != 0) {
                return Math.min(end, next * WORD + Long.numberOfTrailingZeros(said));
            }
        }
        return Math.max(from, end);
    }

    private long entries(int wanted) {
        if (word != wanted) {
            word = wanted;
            entries = entriesIn(wanted, Side.LONG) | (config.allowShort() ? entriesIn(wanted, Side.SHORT) : 0);
        }
        return entries;
    }

    private long entriesIn(int wanted, Side side) {
        ConfirmedRegimes regimes = bars.regimes();
        return switch (config.modes()) {
            case TREND -> loud(wanted, crossings(wanted, side), Mode.TREND);
            case MEAN_REVERSION -> loud(wanted, extremes(wanted, side), Mode.MEAN_REVERSION);
            case DUAL -> {
                long trend = regimes.in(Regime.STRONG_TREND, wanted);
                long range = regimes.in(Regime.MEAN_REVERSION, wanted);
                long neutral = regimes.in(Regime.NEUTRAL, wanted);
                long extreme = (range | neutral) == 0 ? 0 : extremes(wanted, side);
                long both = config.requireAgreement() ? neutral & extreme : neutral;
                long crossing = (trend | both) == 0 ? 0 : crossings(wanted, side);
                long blended = config.requireAgreement() ? crossing & extreme : crossing | extreme;
                yield loud(wanted, trend & crossing, Mode.TREND)
                        | loud(wanted, (range & extreme) | (neutral & blended), Mode.NEUTRAL);
            }
        };
    }

    /** Of some bars those with the volume that an entry of this mode needs. */
    private long loud(int wanted, long among, Mode mode) {
        boolean isBreakout = conditions.isBreakout(mode);
        long loud = among;
        for (long left = among; left != 0; left &= left - 1) {
            int bar = wanted * WORD + Long.numberOfTrailingZeros(left);
            if (filter.isThin(isBreakout, (double) volumes[bar], bars.averageVolume(bar))) {
                loud &= ~(left & -left);
            }
        }
        return loud;
    }

    /** Bars whose close went out of the entry band around KAMA on this side. */
    private long crossings(int wanted, Side side) {
        Known known = known(side);
        if (known != null
                && SharedScans.isWithin(known.farthest()[wanted], config.trend().entryBandAtr())) {
            return 0;
        }
        long beyond = beyondKama(wanted * WORD, bars.end(), side, config.trend().entryBandAtr());
        int before = wanted * WORD - 1;
        long carried = before < 0
                ? 0
                : beyondKama(before, before + 1, side, config.trend().entryBandAtr());
        return beyond & ~(beyond << 1 | carried);
    }

    /** Bars whose close is more than so many ATR beyond KAMA on this side. */
    private long beyondKama(int from, int end, Side side, double bandAtr) {
        int count = Math.min(WORD, end - from);
        int shift = bars.at(from) - from;
        double[] kama = columns.kama();
        double[] atr = columns.atr();
        long bits = 0;
        if (side == Side.LONG) {
            for (int i = 0; i < count; i++) {
                int at = from + shift + i;
                bits |= sign(kama[at] + bandAtr * atr[at] - closes[from + i]) << i;
            }
        } else {
            for (int i = 0; i < count; i++) {
                int at = from + shift + i;
                bits |= sign(closes[from + i] - (kama[at] - bandAtr * atr[at])) << i;
            }
        }
        return bits;
    }

    /** Bars with an extreme RSI at or beyond the band on the side from which prices are expected back. */
    private long extremes(int wanted, Side side) {
        Known known = known(side);
        return known == null ? extremesIn(wanted, side) : known.extremes()[wanted];
    }

    private long extremesIn(int wanted, Side side) {
        long extreme = side == Side.LONG ? oversold(wanted) : overbought(wanted);
        if (extreme == 0) {
            return 0;
        }
        return side == Side.LONG
                ? extreme & ~above(wanted, columns.bollingerLower())
                : extreme & ~below(wanted, columns.bollingerUpper());
    }

    private long exits(int wanted, int armed) {
        long bits = 0;
        for (int left = armed; left != 0; left &= left - 1) {
            int number = Integer.numberOfTrailingZeros(left);
            Mode mode = ArmedModes.modeOf(number);
            Side side = ArmedModes.sideOf(number);
            bits |= mode == Mode.MEAN_REVERSION ? 0 : trendExits(wanted, side);
            bits |= mode == Mode.TREND ? 0 : reversionExits(wanted, side);
        }
        return bits;
    }

    private long trendExits(int wanted, Side side) {
        Side other = side == Side.LONG ? Side.SHORT : Side.LONG;
        return beyondKama(wanted * WORD, bars.end(), other, config.trend().exitBandAtr());
    }

    private long reversionExits(int wanted, Side side) {
        return side == Side.LONG
                ? overbought(wanted) | ~below(wanted, columns.bollingerMiddle())
                : oversold(wanted) | ~above(wanted, columns.bollingerMiddle());
    }

    /** Bars whose close is below a column. */
    private long below(int wanted, double[] column) {
        int from = wanted * WORD;
        int count = Math.min(WORD, bars.end() - from);
        int at = bars.at(from);
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= sign(closes[from + i] - column[at + i]) << i;
        }
        return bits;
    }

    /** Bars whose close is above a column. */
    private long above(int wanted, double[] column) {
        int from = wanted * WORD;
        int count = Math.min(WORD, bars.end() - from);
        int at = bars.at(from);
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= sign(column[at + i] - closes[from + i]) << i;
        }
        return bits;
    }

    private long oversold(int wanted) {
        int from = wanted * WORD;
        int count = Math.min(WORD, bars.end() - from);
        int at = bars.at(from);
        double[] rsi = columns.rsi();
        double bound = config.reversion().rsiOversold();
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= sign(rsi[at + i] - bound) << i;
        }
        return bits;
    }

    private long overbought(int wanted) {
        int from = wanted * WORD;
        int count = Math.min(WORD, bars.end() - from);
        int at = bars.at(from);
        double[] rsi = columns.rsi();
        double bound = config.reversion().rsiOverbought();
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= sign(bound - rsi[at + i]) << i;
        }
        return bits;
    }

    /** 1 for a number below 0. */
    private static long sign(double difference) {
        return Double.doubleToRawLongBits(difference) >>> (Long.SIZE - 1);
    }
}
