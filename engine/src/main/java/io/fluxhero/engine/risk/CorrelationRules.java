package io.fluxhero.engine.risk;

/**
 * What follows from positions that move together. Correlations are of the returns of the last closes, seen from our
 * side: a short in what rises with a long counts as negative, and is welcome.
 *
 * @param sizeReductionAbove correlation with any open position above which a new one is made smaller
 * @param sizeFactor what remains of its size
 * @param windowReturns returns looked at, newest last
 * @param fewestReturns common returns below which nothing is said
 * @param alertAbove mean correlation of all watched symbols above which the account warns
 * @param halvesMaxPositions whether the number of open positions is halved while it does
 */
public record CorrelationRules(
        double sizeReductionAbove,
        double sizeFactor,
        int windowReturns,
        int fewestReturns,
        double alertAbove,
        boolean halvesMaxPositions) {

    /** Half the size above 0.7 over 60 returns, of which 20 must be common; a warning, no more, above 0.8. */
    public static CorrelationRules defaults() {
        return new CorrelationRules(0.7, 0.5, 60, 20, 0.8, false);
    }

    /** As every record writes itself, and as hashes know it; without what Java would build for that at run time. */
    @Override
    public String toString() {
        return "CorrelationRules[sizeReductionAbove=" + sizeReductionAbove + ", sizeFactor=" + sizeFactor
                + ", windowReturns=" + windowReturns + ", fewestReturns=" + fewestReturns + ", alertAbove=" + alertAbove
                + ", halvesMaxPositions=" + halvesMaxPositions + "]";
    }
}
