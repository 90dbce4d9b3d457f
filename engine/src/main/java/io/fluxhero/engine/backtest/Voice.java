package io.fluxhero.engine.backtest;

import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Verdict;
import java.util.List;

/** The strategy of one symbol as the loop asks it, in the prices of the market. */
interface Voice {

    /** What it says to the bar at this index; bars come in order. */
    List<Signal> onBar(int index);

    /** The first bar from {@code from} on to which it may say something; those before it may be left out. */
    default int nextWord(int from) {
        return from;
    }

    /** Average true range at the newest bar, for stops that trail; {@code NaN} while unknown. */
    double atr();

    /** Its one answer to the newest bar. */
    Verdict verdict();
}
