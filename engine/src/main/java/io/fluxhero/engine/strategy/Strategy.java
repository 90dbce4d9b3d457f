package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.BarView;
import java.util.List;

/**
 * A way of trading one symbol in one timeframe. It is given every complete bar once, in order, and says what its rules
 * say, whatever is held: sizing, limits, stops on their way and the order itself are the account's. It keeps what state
 * it needs in its fields, and draws nothing from clocks, files or chance, so that a backtest and live trading over the
 * same bars say the same.
 */
public interface Strategy {

    /** Name under which its signals are known, for example {@code sma-cross}. */
    String name();

    /**
     * Takes the next complete bar: the newest one of {@code bars}.
     *
     * @return exits first, then at most one entry; {@code List.of()} on most bars
     */
    List<Signal> onBar(BarView bars);

    /** The one answer to the newest bar: the signal, or the first gate that said no. Made when it is asked for. */
    Verdict verdict();
}
