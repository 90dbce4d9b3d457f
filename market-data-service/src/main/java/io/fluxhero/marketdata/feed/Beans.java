package io.fluxhero.marketdata.feed;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.marketdata.domain.CandleFeed;
import io.fluxhero.marketdata.domain.FeedMonitor;
import io.fluxhero.marketdata.domain.Speed;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Makes what the settings ask for. */
@Singleton
class Beans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    TradingCalendar calendar() {
        return TradingCalendar.nyse();
    }

    @Produces
    @Singleton
    Speed speed(MarketDataConfig config) {
        return Speed.parse(config.speed());
    }

    @Produces
    @Singleton
    FeedMonitor monitor(MarketDataConfig config) {
        return new FeedMonitor(config.feed().name().toLowerCase(java.util.Locale.ROOT), config.speed());
    }

    @Produces
    @Singleton
    CandleFeed feed(MarketDataConfig config, TradingCalendar calendar) {
        Timeframe timeframe = Timeframe.parse(config.timeframe());
        return switch (config.feed()) {
            case REPLAY -> replay(config, timeframe);
            case SYNTHETIC -> synthetic(config, timeframe, calendar);
        };
    }

    private static CandleFeed replay(MarketDataConfig config, Timeframe timeframe) {
        Optional<Path> folder = config.replayFolder();
        Map<String, List<Candle>> series = new TreeMap<>();
        for (String symbol : config.symbols().orElse(List.of("SPX"))) {
            series.put(
                    symbol,
                    folder.map(own -> CsvBars.in(own, symbol, timeframe.code()))
                            .orElseGet(() -> CsvBars.bundled(symbol, timeframe.code())));
        }
        String identity = folder.map(own -> "replay of " + own).orElse("replay");
        return new ReplayFeed(identity, series, timeframe, config.historyBars());
    }

    private static CandleFeed synthetic(MarketDataConfig config, Timeframe timeframe, TradingCalendar calendar) {
        OptionalInt total = config.syntheticBars() > 0 ? OptionalInt.of(config.syntheticBars()) : OptionalInt.empty();
        return new SyntheticFeed(
                config.seed(),
                config.symbols().orElse(List.of("ALPHA", "BETA", "GAMMA")),
                timeframe,
                new SyntheticFeed.Extent(config.historyBars(), total),
                calendar);
    }
}
