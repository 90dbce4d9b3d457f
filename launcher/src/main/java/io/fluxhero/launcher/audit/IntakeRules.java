package io.fluxhero.launcher.audit;

import io.fluxhero.contracts.Topics;
import java.util.List;

/**
 * What one service has said, another has taken in. The messages of a symbol arrive in order, so one that is not taken in
 * while a later one is, is lost or a dead letter. The inbox forgets after a time: what is older than all that it
 * remembers was taken in once.
 */
final class IntakeRules {

    private static final String INSTANT = "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";

    private static final String CANDLES =
            """
            SELECT c.symbol, c.open_time AS time, 'cnd-' || %s AS id
            FROM market_data.candles c JOIN market_data.series s USING (symbol, timeframe)
            WHERE c.open_time >= s.live_from
            """.formatted(digest("c.symbol", "c.timeframe", INSTANT.formatted("c.open_time"), "'0'"));
    private static final String INDICATORS = """
            SELECT symbol, bar_time AS time, 'msg-' || %s AS id FROM signals.indicators
            """.formatted(digest(
            "'indicators-updated'", "symbol", "timeframe", INSTANT.formatted("bar_time"), "config_hash"));
    private static final String SIGNALS = "SELECT symbol, bar_time AS time, signal_id AS id FROM signals.signals";

    static final List<Rule> ALL = List.of(
            rule("the strategy has taken in every candle", CANDLES, "signals", Topics.CANDLES),
            rule("execution has taken in every candle", CANDLES, "execution", Topics.CANDLES),
            rule("risk has taken in every answer of the strategy", INDICATORS, "risk", Topics.INDICATORS),
            rule("risk has taken in every signal", SIGNALS, "risk", Topics.SIGNALS));

    private IntakeRules() {}

    private static Rule rule(String claim, String produced, String reader, String topic) {
        String taken = """
                WITH produced AS (%s),
                taken AS (
                    SELECT p.*, i.message_id IS NOT NULL AS told
                    FROM produced p LEFT JOIN %s.inbox i ON i.topic = '%s' AND i.message_id = p.id),
                memory AS (
                    SELECT symbol, min(time) FILTER (WHERE told) AS since, max(time) FILTER (WHERE told) AS until
                    FROM taken GROUP BY symbol)
                """.formatted(produced, reader, topic);
        return new SqlRule("I13", claim, "SELECT count(*) FROM (" + produced + ") produced", taken + """
                SELECT format('%s %s: %s was not taken in, a later one was', symbol, time, id)
                FROM taken JOIN memory USING (symbol)
                WHERE NOT told AND time > since AND time < until ORDER BY time
                """, taken + """
                SELECT count(*) FROM taken JOIN memory USING (symbol)
                WHERE NOT told AND time > until
                """);
    }

    /** The end of an id as {@link io.fluxhero.contracts.Ids} derives it from these parts, in SQL. */
    private static String digest(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(text.isEmpty() ? "" : " || ")
                    .append("octet_length(")
                    .append(part)
                    .append(") || ':' || ")
                    .append(part);
        }
        return "substr(encode(sha256(convert_to(" + text + ", 'UTF8')), 'hex'), 1, 32)";
    }
}
