package io.fluxhero.marketdata.feed;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.marketdata.domain.CandleFeed;
import io.fluxhero.marketdata.domain.FeedBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Plays recorded bars once; a step is a time at which any instrument has a bar. */
final class ReplayFeed implements CandleFeed {

    private final String identity;
    private final Map<String, List<Candle>> series;
    private final Timeframe timeframe;
    private final int historyBars;
    private final List<List<FeedBar>> steps;

    ReplayFeed(String identity, Map<String, List<Candle>> series, Timeframe timeframe, int historyBars) {
        this.identity = identity;
        this.series = new TreeMap<>(series);
        this.timeframe = timeframe;
        this.historyBars = historyBars;
        this.steps = merge();
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String identityOf(String symbol) {
        return identity;
    }

    @Override
    public String titleOf(String symbol) {
        return symbol.equals("SPX") ? "S&P 500 Index" : symbol;
    }

    @Override
    public List<String> symbols() {
        return List.copyOf(series.keySet());
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
        return OptionalInt.of(steps.size());
    }

    @Override
    public List<FeedBar> read(int fromIndex, int count) {
        int from = Math.min(fromIndex, steps.size());
        int to = Math.min(from + count, steps.size());
        return steps.subList(from, to).stream().flatMap(List::stream).toList();
    }

    /**
     * Merges by position, not by sorting: a bar whose time goes back must come out as it is, so that it is judged. The
     * earliest head among the series decides the time of a step.
     */
    private List<List<FeedBar>> merge() {
        Map<String, Integer> heads = new TreeMap<>();
        List<List<FeedBar>> merged = new ArrayList<>();
        while (true) {
            long time = earliestHead(heads);
            if (time == Long.MAX_VALUE) {
                return merged;
            }
            List<FeedBar> step = new ArrayList<>();
            series.forEach((symbol, candles) -> {
                int head = heads.getOrDefault(symbol, 0);
                if (head < candles.size() && candles.get(head).openTime() == time) {
                    step.add(new FeedBar(symbol, timeframe, merged.size(), candles.get(head)));
                    heads.put(symbol, head + 1);
                }
            });
            merged.add(step);
        }
    }

    private long earliestHead(Map<String, Integer> heads) {
        long earliest = Long.MAX_VALUE;
        for (Map.Entry<String, List<Candle>> one : series.entrySet()) {
            int head = heads.getOrDefault(one.getKey(), 0);
            if (head < one.getValue().size()) {
                earliest = Math.min(earliest, one.getValue().get(head).openTime());
            }
        }
        return earliest;
    }
}
