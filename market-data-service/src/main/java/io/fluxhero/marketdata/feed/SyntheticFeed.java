package io.fluxhero.marketdata.feed;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.marketdata.domain.CandleFeed;
import io.fluxhero.marketdata.domain.FeedBar;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A market of our own: every bar follows from the seed, the symbol and the index alone. */
final class SyntheticFeed implements CandleFeed {

    private final long seed;
    private final List<String> symbols;
    private final Timeframe timeframe;
    private final int historyBars;
    private final OptionalInt total;
    private final TradingCalendar calendar;
    private Walk walk;

    SyntheticFeed(long seed, List<String> symbols, Timeframe timeframe, Extent extent, TradingCalendar calendar) {
        this.seed = seed;
        this.symbols = symbols.stream().sorted().distinct().toList();
        this.timeframe = timeframe;
        this.historyBars = extent.historyBars();
        this.total = extent.total();
        this.calendar = calendar;
        this.walk = new Walk();
    }

    /**
     * How far a feed goes.
     *
     * @param historyBars steps that are not published
     * @param total all steps, empty where there is no end
     */
    record Extent(int historyBars, OptionalInt total) {}

    @Override
    public String name() {
        return "synthetic";
    }

    @Override
    public String identityOf(String symbol) {
        return "synthetic seed " + seed;
    }

    @Override
    public String titleOf(String symbol) {
        return symbol + " (synthetic)";
    }

    @Override
    public List<String> symbols() {
        return symbols;
    }

    @Override
    public Timeframe timeframe() {
        return timeframe;
    }

    @Override
    public int historyBars() {
        return historyBars;
    }

    @Override
    public OptionalInt total() {
        return total;
    }

    @Override
    public synchronized List<FeedBar> read(int fromIndex, int steps) {
        int end = Math.min(fromIndex + steps, total.orElse(Integer.MAX_VALUE));
        if (fromIndex < walk.index) {
            walk = new Walk();
        }
        while (walk.index < Math.min(fromIndex, end)) {
            walk.step();
        }
        List<FeedBar> bars = new ArrayList<>();
        while (walk.index < end) {
            bars.addAll(walk.step());
        }
        return bars;
    }

    /** All instruments on their way from the first bar; reading on is cheap, going back begins again. */
    private final class Walk {

        private final BarTimes times = new BarTimes(calendar, timeframe);
        private final TreeMap<String, SyntheticMarket> markets = new TreeMap<>();
        private int index;

        Walk() {
            double dayFraction = Timeframe.D1.periodsPerYear() / timeframe.periodsPerYear();
            symbols.forEach(symbol -> markets.put(symbol, new SyntheticMarket(seed, symbol, dayFraction)));
        }

        List<FeedBar> step() {
            long time = times.next();
            int now = index++;
            List<FeedBar> bars = new ArrayList<>(markets.size());
            markets.forEach((symbol, market) -> bars.add(new FeedBar(symbol, timeframe, now, market.next(time))));
            return bars;
        }
    }
}
