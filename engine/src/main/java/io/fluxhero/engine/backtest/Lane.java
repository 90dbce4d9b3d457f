package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.SettledBar;
import io.fluxhero.engine.strategy.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One symbol on its way through the run: its bars, its strategy, its corporate actions. */
final class Lane {

    final String symbol;
    final CandleSeries series;
    final Voice voice;
    final int slot;
    private final List<CorporateAction> actions;
    private final long[] openTimes;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final int size;
    private int nextAction;
    private long nextExDay;
    /** Index of the current bar, -1 before the first. */
    private int index = -1;

    private long nextTime;

    Lane(String symbol, CandleSeries series, Voice voice, int slot, List<CorporateAction> actions) {
        this.symbol = symbol;
        this.series = series;
        this.voice = voice;
        this.slot = slot;
        this.actions = actions;
        openTimes = series.openTimes();
        highs = series.highs();
        lows = series.lows();
        closes = series.closes();
        size = series.size();
        nextTime = size == 0 ? Long.MAX_VALUE : openTimes[0];
        nextExDay = exDayOf(0);
    }

    /** Time of the next bar, the largest number where there is none. */
    long nextTime() {
        return nextTime;
    }

    void advance() {
        index++;
        nextTime = index + 1 < size ? openTimes[index + 1] : Long.MAX_VALUE;
    }

    /** Passes the bars before this one. */
    void passTo(int next) {
        index = next - 2;
        advance();
    }

    /** Whether corporate actions are still to come. */
    boolean awaitsActions() {
        return nextExDay != Long.MAX_VALUE;
    }

    int index() {
        return index;
    }

    /** Takes the next action that is effective on this day, {@code null} where there is none. */
    @Nullable
    CorporateAction takeAction(long day) {
        if (day < nextExDay) {
            return null;
        }
        CorporateAction action = actions.get(nextAction++);
        nextExDay = exDayOf(nextAction);
        return action;
    }

    /** Day of an action, the largest number where there is none. */
    private long exDayOf(int action) {
        return action < actions.size() ? actions.get(action).exDay() : Long.MAX_VALUE;
    }

    long openTime() {
        return openTimes[index];
    }

    double high() {
        return highs[index];
    }

    double low() {
        return lows[index];
    }

    double close() {
        return closes[index];
    }

    /** The current bar with what the strategy said to it. */
    SettledBar settled(List<Signal> signals) {
        long time = openTime();
        List<SettledBar.Identified> identified = new ArrayList<>(signals.size());
        for (Signal signal : signals) {
            String kind = signal instanceof Signal.Entry ? "entry" : "exit";
            String id = symbol + "/" + time + "/" + kind + "/" + signal.side() + "/" + signal.mode();
            identified.add(new SettledBar.Identified(id, signal));
        }
        return new SettledBar(symbol, Micros.round(close()), Micros.round(voice.atr()), identified);
    }
}
