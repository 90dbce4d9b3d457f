package io.fluxhero.marketdata.domain;

import io.fluxhero.engine.market.Timeframe;
import java.util.List;
import java.util.OptionalInt;

/** A source of bars that gives the same bar for the same index, however often it is asked. */
public interface CandleFeed {

    /** Short name for messages: {@code replay} or {@code synthetic}. */
    String name();

    /** Everything that determines the bars of a symbol, for example the seed: stored bars must come from the same. */
    String identityOf(String symbol);

    /** What people call the instrument. */
    String titleOf(String symbol);

    /** The instruments, each once, in ascending order. */
    List<String> symbols();

    /** Length of every bar. */
    Timeframe timeframe();

    /** Steps at the beginning that are history: stored, never published. */
    int historyBars();

    /** Number of steps, empty where there is no end. */
    OptionalInt total();

    /** The bars of at most {@code steps} steps from {@code fromIndex}, by step and then symbol; empty at the end. */
    List<FeedBar> read(int fromIndex, int steps);
}
