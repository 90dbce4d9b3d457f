package io.fluxhero.engine.market;

/**
 * A split or a cash dividend, effective before the open of its day.
 *
 * @param symbol whose shares
 * @param exDay exchange date as epoch day: the first on which the shares trade without what was paid
 * @param splitRatio shares that one share becomes: 4 for four for one, 0.1 for one for ten, 1 for none
 * @param dividend money per share as it is after the split, 0 for none
 */
public record CorporateAction(String symbol, long exDay, double splitRatio, double dividend) {

    public CorporateAction {
        if (!(splitRatio > 0) || !Double.isFinite(splitRatio) || !(dividend >= 0) || !Double.isFinite(dividend)) {
            throw new IllegalArgumentException(
                    symbol + ": split ratio " + splitRatio + " or dividend " + dividend + " makes no sense");
        }
    }

    /** Whole shares that so many become; what a fraction is worth is paid in cash. */
    public long sharesAfter(long shares) {
        return (long) StrictMath.floor(shares * splitRatio + 1e-9);
    }

    /** Fraction of a share that is left over when so many are split. */
    public double fractionAfter(long shares) {
        return Math.max(0, shares * splitRatio - sharesAfter(shares));
    }

    /** A price in micros that means the same after the action; never below one micro, 0 stays 0. */
    public long priceAfter(long priceMicros) {
        return priceMicros == 0 ? 0 : Math.max(1, priceAfterSplit(priceMicros) - Micros.of(dividend));
    }

    /** A price in micros that means the same after the split alone. */
    public long priceAfterSplit(long priceMicros) {
        return (long) StrictMath.rint(priceMicros / splitRatio);
    }
}
