package io.fluxhero.engine.strategy;

/**
 * What was traded on a signal, as an explanation shows it. It is made of what the account decided, after its limits:
 * the size shown is the size traded.
 *
 * @param riskAmount money lost if the stop is hit at its price
 * @param riskPercent the same in percent of equity
 * @param shares traded
 */
public record Sizing(double riskAmount, double riskPercent, long shares) {

    private static final double PERCENT = 100;

    /** Of so many shares, bought or sold with this equity. */
    public static Sizing of(long shares, double price, double stop, double equity) {
        double risk = shares * StrictMath.abs(price - stop);
        return new Sizing(risk, risk * PERCENT / equity, shares);
    }

    /** What a risk allows where no other limit holds: whole shares, and the money that was put at risk. */
    public static Sizing unlimited(double equity, double riskRatio, double price, double stop) {
        double shares = Sizes.byRisk(equity, riskRatio, price, stop);
        return new Sizing(equity * riskRatio, riskRatio * PERCENT, (long) StrictMath.floor(shares));
    }
}
