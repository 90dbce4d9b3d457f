package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Verdict.Gate;
import java.util.Optional;

/**
 * Mean reversion (domain specification d.2): an entry is an extreme RSI at or beyond the Bollinger band, an exit is the
 * close back at the middle band or the opposite extreme of RSI.
 */
public final class MeanReversion implements Rule {

    private final double oversold;
    private final double overbought;
    private final String oversoldText;
    private final String overboughtText;
    private double close = Double.NaN;
    private double rsi = Double.NaN;
    private double lower = Double.NaN;
    private double middle = Double.NaN;
    private double upper = Double.NaN;

    /**
     * @param oversold RSI below this is oversold
     * @param overbought RSI above this is overbought
     */
    public MeanReversion(double oversold, double overbought) {
        this.oversold = oversold;
        this.overbought = overbought;
        this.oversoldText = "RSI oversold (RSI < " + Decimals.plain(oversold);
        this.overboughtText = "RSI overbought (RSI > " + Decimals.plain(overbought);
    }

    /** Takes the next bar; a condition on a {@code NaN} does not hold. */
    public void update(double nextClose, double nextRsi, double nextLower, double nextMiddle, double nextUpper) {
        close = nextClose;
        rsi = nextRsi;
        lower = nextLower;
        middle = nextMiddle;
        upper = nextUpper;
    }

    @Override
    public Optional<Side> entry() {
        if (close <= lower && rsi < oversold) {
            return LONG;
        }
        return close >= upper && rsi > overbought ? SHORT : Optional.empty();
    }

    @Override
    public boolean exits(Side side) {
        return side == Side.LONG ? close >= middle || rsi > overbought : close <= middle || rsi < oversold;
    }

    @Override
    public String entryTrigger(Side side) {
        return side == Side.LONG ? oversoldText + ", Price ≤ lower band)" : overboughtText + ", Price ≥ upper band)";
    }

    @Override
    public String exitTrigger(Side side) {
        if (side == Side.LONG) {
            return close >= middle ? "Mean reached (Price ≥ SMA20)" : overboughtText + ")";
        }
        return close <= middle ? "Mean reached (Price ≤ SMA20)" : oversoldText + ")";
    }

    @Override
    public Verdict missing(Side side) {
        double band = side == Side.LONG ? lower : upper;
        if (Double.isNaN(rsi) || Double.isNaN(band)) {
            return new Verdict(Gate.WARM_UP, "RSI or the Bollinger bands are not known yet", Double.NaN, Double.NaN);
        }
        boolean extreme = side == Side.LONG ? rsi < oversold : rsi > overbought;
        if (!extreme) {
            String detail = "mean reversion: RSI is not " + (side == Side.LONG ? "oversold" : "overbought");
            return new Verdict(Gate.ENTRY_RULE, detail, rsi, side == Side.LONG ? oversold : overbought);
        }
        String detail = "mean reversion: close is " + (side == Side.LONG ? "above the lower" : "below the upper");
        return new Verdict(Gate.ENTRY_RULE, detail + " Bollinger band", close, band);
    }
}
