package io.fluxhero.launcher.audit;

import java.util.List;

/** Bars: sound, one of a time, and nothing that was decided or traded knows more than the bars that had closed. */
final class BarRules {

    static final List<Rule> ALL = List.of(
            new SqlRule("I10", "every candle is sound: prices above 0, low and high around open and close", """
                    SELECT count(*) FROM market_data.candles
                    """, """
                    SELECT format('%s %s %s: %s %s %s %s volume %s', symbol, timeframe, open_time,
                        open, high, low, close, volume)
                    FROM market_data.candles
                    WHERE low <= 0 OR low > least(open, close) OR high < greatest(open, close) OR volume < 0
                    ORDER BY open_time
                    """),
            new SqlRule(
                    "I10", "every bar that was measured is a closed candle, none is ahead of its strategy", """
                    SELECT count(*) FROM signals.indicators
                    """, """
                    SELECT format('%s %s %s: measured at %s, candle closed at %s, strategy stands at %s',
                        i.symbol, i.timeframe, i.bar_time, i.close, coalesce(c.close::text, '(none)'), s.last_bar)
                    FROM signals.indicators i
                    LEFT JOIN market_data.candles c
                        ON (c.symbol, c.timeframe, c.open_time) = (i.symbol, i.timeframe, i.bar_time)
                    LEFT JOIN signals.strategy_instances s ON (s.symbol, s.timeframe) = (i.symbol, i.timeframe)
                    WHERE c.close IS NULL OR round(i.close, 6) <> c.close
                        OR s.last_bar IS NULL OR s.last_bar < i.bar_time
                    ORDER BY i.bar_time
                    """),
            new SqlRule("I10", "every signal was given by the bar it names", """
                    SELECT count(*) FROM signals.signals
                    """, """
                    SELECT format('%s %s %s %s', s.signal_id, s.symbol, s.timeframe, s.bar_time)
                    FROM signals.signals s
                    LEFT JOIN signals.indicators i USING (symbol, timeframe, bar_time)
                    WHERE i.signal_ids IS NULL OR s.signal_id <> ALL (i.signal_ids)
                    """),
            new SqlRule("I10", "every order was decided on a candle that exists", OrderRules.COUNT_ORDERS, """
                    SELECT format('%s %s %s %s', o.order_id, o.symbol, o.timeframe, o.bar_time)
                    FROM execution.orders o
                    WHERE o.intent IN ('ENTRY', 'EXIT') AND NOT EXISTS (
                        SELECT FROM market_data.candles c
                        WHERE (c.symbol, c.timeframe, c.open_time) = (o.symbol, o.timeframe, o.bar_time))
                    """),
            // A flatten trades at once, at the last price seen.
            new SqlRule("I10", "every fill is later than the bar that its order was decided on", """
                    SELECT count(*) FROM execution.fills WHERE intent <> 'FLATTEN'
                    """, """
                    SELECT format('%s %s: decided on %s, filled in %s', f.fill_id, f.symbol, o.bar_time, f.bar_time)
                    FROM execution.fills f JOIN execution.orders o USING (order_id)
                    WHERE f.intent <> 'FLATTEN' AND f.bar_time <= o.bar_time
                    """));

    private BarRules() {}
}
