package io.fluxhero.engine.simulation;

/**
 * What trading costs, and how much of it a bar can bear.
 *
 * @param commissionPerShare money per share and side
 * @param slippageRatio of the price, on market orders and stops; 0.0001 is 0.01 %
 * @param impactThreshold share of average volume above which impact is paid
 * @param impactRatio of the price, added to slippage above the threshold
 * @param maxVolumeRatio largest part of the volume of a bar that our orders can fill together; what is left over works
 *     on. 0 switches the cap off
 */
public record CostModel(
        double commissionPerShare,
        double slippageRatio,
        double impactThreshold,
        double impactRatio,
        double maxVolumeRatio) {

    /** No cap on volume: orders fill whole. */
    public CostModel(double commissionPerShare, double slippageRatio, double impactThreshold, double impactRatio) {
        this(commissionPerShare, slippageRatio, impactThreshold, impactRatio, 0);
    }

    /** 0.005 a share, 0.01 %, plus 0.05 % above 10 % of average volume, no cap. */
    public static CostModel defaults() {
        return new CostModel(0.005, 0.0001, 0.1, 0.0005);
    }

    /** Trading for free. */
    public static CostModel none() {
        return new CostModel(0, 0, 0, 0);
    }
}
