package io.fluxhero.engine.risk;

/** The levels of drawdown (domain specification i.2), as a function of where trading stands and how deep it is. */
public final class DrawdownBreaker {

    private final RiskConfig config;

    /** With the levels of this configuration. */
    public DrawdownBreaker(RiskConfig config) {
        this.config = config;
    }

    /** What follows from this drawdown, a fraction of the peak; DISABLED stays until someone acknowledges. */
    public TradingStatus next(TradingStatus status, double drawdown) {
        if (status == TradingStatus.DISABLED || drawdown >= config.drawdownHalt()) {
            return TradingStatus.DISABLED;
        }
        if (drawdown >= config.drawdownWarning()) {
            return TradingStatus.REDUCED;
        }
        boolean recovered = drawdown < config.drawdownRecovery();
        return status == TradingStatus.REDUCED && !recovered ? TradingStatus.REDUCED : TradingStatus.ACTIVE;
    }

    /** Where trading starts again when a halt for another reason ends: a drawdown not yet recovered keeps it small. */
    public TradingStatus afterHalt(double drawdown) {
        return drawdown < config.drawdownRecovery() ? TradingStatus.ACTIVE : TradingStatus.REDUCED;
    }
}
