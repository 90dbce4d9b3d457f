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
    private double previousClose = Double.NaN;
    private double previousKama = Double.NaN;
    private double previousAtr = Double.NaN;
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
    }

    /** Takes the next bar; {@code NaN} is unknown and keeps the rule silent on this bar and the next. */
    public void update(double nextClose, double nextKama, double nextAtr) {
        previousClose = close;
        previousKama = kama;
        previousAtr = atr;
        close = nextClose;
        kama = nextKama;
        atr = nextAtr;
    }

    @Override
    public Optional<Side> entry() {
        if (crossed(Side.LONG)) {
            return LONG;
        }
        return crossed(Side.SHORT) ? SHORT : Optional.empty();
    }

    @Override
    public boolean exits(Side side) {
        return side == Side.LONG ? close < kama - exitBandAtr * atr : close > kama + exitBandAtr * atr;
    }

    @Override
    public String entryTrigger(Side side) {
        return "KAMA crossover (Price " + (side == Side.LONG ? "> KAMA+" : "< KAMA-") + Decimals.plain(entryBandAtr)
                + "×ATR)";
    }

    @Override
    public String exitTrigger(Side side) {
        return "KAMA exit (Price " + (side == Side.LONG ? "< KAMA-" : "> KAMA+") + Decimals.plain(exitBandAtr)
                + "×ATR)";
    }

    @Override
    public Verdict missing(Side side) {
        double band = band(side, kama, atr);
        if (Double.isNaN(band) || Double.isNaN(previousBand(side))) {
            return new Verdict(Gate.WARM_UP, "KAMA or ATR is not known for two bars yet", Double.NaN, Double.NaN);
        }
        String edge = side == Side.LONG ? "KAMA+" : "KAMA-";
        String name = edge + Decimals.plain(entryBandAtr) + "×ATR";
        boolean beyond = isBeyond(side, close, band);
        String detail = beyond
                ? "trend: close was beyond " + name + " before, no crossing"
                : "trend: close is not " + (side == Side.LONG ? "above " : "below ") + name;
        return new Verdict(Gate.ENTRY_RULE, detail, close, band);
    }

    private boolean crossed(Side side) {
        double before = previousBand(side);
        if (Double.isNaN(before) || Double.isNaN(previousClose)) {
            return false;
        }
        return !isBeyond(side, previousClose, before) && isBeyond(side, close, band(side, kama, atr));
    }

    private double previousBand(Side side) {
        return band(side, previousKama, previousAtr);
    }

    private double band(Side side, double average, double range) {
        return average + side.sign() * entryBandAtr * range;
    }

    private static boolean isBeyond(Side side, double price, double band) {
        return side == Side.LONG ? price > band : price < band;
    }
}
