package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Verdict.Gate;
import java.util.Optional;

/**
 * Trend following (domain specification d.1): an entry is the close crossing out of a band around KAMA, an exit is the
 * close standing beyond the inner band on the other side, however it came there.
 */
public final class TrendFollowing implements Rule {

    private final double entryBandAtr;
    private final double exitBandAtr;
    private final String longEntry;
    private final String shortEntry;
    private final String longExit;
    private final String shortExit;
    private boolean isKnown;
    private boolean wasKnown;
    private int place;
    private int previousPlace;
    private double close = Double.NaN;
    private double kama = Double.NaN;
    private double atr = Double.NaN;

    /**
     * @param entryBandAtr half width of the entry band in ATR
     * @param exitBandAtr half width of the exit band in ATR
     */
    public TrendFollowing(double entryBandAtr, double exitBandAtr) {
        this.entryBandAtr = entryBandAtr;
        this.exitBandAtr = exitBandAtr;
        String entryBand = Decimals.plain(entryBandAtr) + "×ATR)";
        String exitBand = Decimals.plain(exitBandAtr) + "×ATR)";
        this.longEntry = "KAMA crossover (Price > KAMA+" + entryBand;
        this.shortEntry = "KAMA crossover (Price < KAMA-" + entryBand;
        this.longExit = "KAMA exit (Price < KAMA-" + exitBand;
        this.shortExit = "KAMA exit (Price > KAMA+" + exitBand;
    }

    /** Takes the next bar; {@code NaN} is unknown and keeps the rule silent on this bar and the next. */
    public void update(double nextClose, double nextKama, double nextAtr) {
        wasKnown = isKnown;
        previousPlace = place;
        close = nextClose;
        kama = nextKama;
        atr = nextAtr;
        double half = entryBandAtr * nextAtr;
        place = (nextClose > nextKama + half ? 1 : 0) - (nextClose < nextKama - half ? 1 : 0);
        isKnown = nextClose + half + nextKama < Double.POSITIVE_INFINITY;
    }

    @Override
    public Optional<Side> entry() {
        if (place == previousPlace || place == 0 || !wasKnown) {
            return Optional.empty();
        }
        return place > 0 ? LONG : SHORT;
    }

    @Override
    public boolean exits(Side side) {
        return side == Side.LONG ? close < kama - exitBandAtr * atr : close > kama + exitBandAtr * atr;
    }

    @Override
    public String entryTrigger(Side side) {
        return side == Side.LONG ? longEntry : shortEntry;
    }

    @Override
    public String exitTrigger(Side side) {
        return side == Side.LONG ? longExit : shortExit;
    }

    @Override
    public Verdict missing(Side side) {
        if (!isKnown || !wasKnown) {
            return new Verdict(Gate.WARM_UP, "KAMA or ATR is not known for two bars yet", Double.NaN, Double.NaN);
        }
        String edge = side == Side.LONG ? "KAMA+" : "KAMA-";
        String name = edge + Decimals.plain(entryBandAtr) + "×ATR";
        String detail = place == side.sign()
                ? "trend: close was beyond " + name + " before, no crossing"
                : "trend: close is not " + (side == Side.LONG ? "above " : "below ") + name;
        return new Verdict(Gate.ENTRY_RULE, detail, close, kama + side.sign() * entryBandAtr * atr);
    }
}
