package io.fluxhero.engine.simulation;

/**
 * What trading costs.
 *
 * @param commissionPerShare money per share and side
 * @param slippageRatio of the price, on market orders and stops; 0.0001 is 0.01 %
 * @param impactThreshold share of average volume above which impact is paid
 * @param impactRatio of the price, added to slippage above the threshold
 */
public record CostModel(double commissionPerShare, double slippageRatio, double impactThreshold, double impactRatio) {

    /** 0.005 a share, 0.01 %, plus 0.05 % above 10 % of average volume. */
    public static CostModel defaults() {
        return new CostModel(0.005, 0.0001, 0.1, 0.0005);
    }
}
