package io.fluxhero.engine.simulation;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;

/**
 * A protective stop and a profit target against one bar, without costs: what the simulated broker does to a position
 * that was held before the bar (domain specification g.4).
 *
 * @param stopMicros 0 for none
 * @param targetMicros 0 for none
 */
public record PositionLegs(Side side, long stopMicros, long targetMicros) {

    private static final FillModel FREE = new FillModel(CostModel.none());

    /** Which of the two ended the position. */
    public enum Leg {
        /** The stop. */
        STOP,
        /** The target. */
        TARGET,
        /** Neither: it is still held. */
        NONE
    }

    /** Which leg was touched, and the price: of the fill, or the close where none was. */
    public record Touch(Leg leg, long priceMicros) {}

    /** The bar passes. */
    public Touch touchedBy(double open, double high, double low, double close) {
        FillModel.Touch touch = FREE.touched(
                new FillModel.Legs(side, stopMicros, targetMicros, 0), new Candle(0, open, high, low, close, 0));
        if (touch == null) {
            return new Touch(Leg.NONE, Micros.of(close));
        }
        Leg leg = touch.leg() == FillModel.Leg.STOP ? Leg.STOP : Leg.TARGET;
        return new Touch(leg, touch.quote().priceMicros());
    }
}
