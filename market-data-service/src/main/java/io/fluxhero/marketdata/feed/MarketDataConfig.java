package io.fluxhero.marketdata.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Settings of this service. */
@ConfigMapping(prefix = "fluxhero.market-data")
interface MarketDataConfig {

    /** Where bars come from. */
    @WithDefault("replay")
    Kind feed();

    /** Bar times per second, or {@code max}. */
    @WithDefault("5")
    String speed();

    /** Instruments; by default SPX for a replay, and ALPHA, BETA, GAMMA for a synthetic market. */
    Optional<List<String>> symbols();

    /** Length of a bar. */
    @WithDefault("1d")
    String timeframe();

    /** Seed of the synthetic market. */
    @WithDefault("42")
    long seed();

    /** Folder with files {@code <SYMBOL>-<timeframe>.csv} to replay; without it those that are bundled. */
    Optional<Path> replayFolder();

    /** Bar times at the beginning that are stored and not published. */
    @WithDefault("500")
    int historyBars();

    /** Bar times of the synthetic market; 0 means without end. */
    @WithDefault("5000")
    int syntheticBars();

    /** Most bar times in one transaction. */
    @WithDefault("500")
    int batchSize();

    /** Kinds of feed. */
    enum Kind {
        REPLAY,
        SYNTHETIC
    }
}
