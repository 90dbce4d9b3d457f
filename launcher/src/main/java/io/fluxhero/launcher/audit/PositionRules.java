package io.fluxhero.launcher.audit;

import java.util.List;

/** Positions and trades: both are what the fills add up to, and no position is without a stop. */
final class PositionRules {

    private static final String COUNT_POSITIONS = "SELECT count(*) FROM execution.positions";
    private static final String COUNT_TRADES = "SELECT count(*) FROM execution.trades";

    /** Per entry: shares in and out, money in and out, and how often the mean entry price was rounded. */
    private static final String LEGS = """
            WITH legs AS (
                SELECT entry_order_id,
                    sum(quantity) FILTER (WHERE intent = 'ENTRY') AS entered,
                    coalesce(sum(quantity) FILTER (WHERE intent <> 'ENTRY'), 0) AS closed,
                    sum(CASE WHEN (intent = 'ENTRY') = (position_side = 'LONG') THEN -quantity ELSE quantity END
                        * price) - sum(commission) AS earned,
                    sum(commission) AS commission,
                    count(*) FILTER (WHERE intent = 'ENTRY') AS entries
                FROM execution.fills GROUP BY entry_order_id)
            """;

    static final List<Rule> ALL = List.of(
            new SqlRule("I4", "every position is the signed sum of its fills", COUNT_POSITIONS, """
                    WITH filled AS (
                        SELECT account, symbol, sum(CASE WHEN (intent = 'ENTRY') = (position_side = 'LONG')
                            THEN quantity ELSE -quantity END) AS shares
                        FROM execution.fills GROUP BY account, symbol),
                    held AS (
                        SELECT account, symbol,
                            CASE position_side WHEN 'LONG' THEN shares ELSE -shares END AS shares
                        FROM execution.positions)
                    SELECT format('%s %s: holds %s, fills say %s', account, symbol,
                        coalesce(held.shares, 0), coalesce(filled.shares, 0))
                    FROM filled FULL JOIN held USING (account, symbol)
                    WHERE coalesce(held.shares, 0) <> coalesce(filled.shares, 0)
                    """),
            new SqlRule("I4", "every trade has the shares and commissions of its fills", COUNT_TRADES, LEGS + """
                    SELECT format('%s %s: shares %s in %s out, commission %s; its fills say %s in %s out, %s',
                        coalesce(t.trade_id, l.entry_order_id), t.symbol, t.shares, t.exit_shares, t.commission,
                        l.entered, l.closed, l.commission)
                    FROM execution.trades t FULL JOIN legs l USING (entry_order_id)
                    WHERE (t.shares, t.exit_shares, t.commission)
                            IS DISTINCT FROM (l.entered, l.closed, l.commission)
                        OR (t.status = 'CLOSED') <> (t.shares = t.exit_shares)
                    """),
            // The mean price of an entry in several fills is rounded to 6 decimals; one fill has nothing to round.
            new SqlRule("I5", "what a closed trade earned is what its fills say, net of commissions", """
                    SELECT count(*) FROM execution.trades WHERE status = 'CLOSED'
                    """, LEGS + """
                    SELECT format('%s %s: realized %s, its fills say %s', t.trade_id, t.symbol, t.realized_pnl, l.earned)
                    FROM execution.trades t LEFT JOIN legs l USING (entry_order_id)
                    WHERE t.status = 'CLOSED' AND (l.earned IS NULL
                        OR abs(t.realized_pnl - l.earned) > (l.entries - 1) * t.shares * 0.000001)
                    """),
            new SqlRule(
                    "I15", "every position has a working protective stop for all its shares", COUNT_POSITIONS, """
                    SELECT format('%s %s: %s shares of entry %s, a stop works for %s', p.account, p.symbol, p.shares,
                        p.entry_order_id, coalesce(stop.shares, 0))
                    FROM execution.positions p CROSS JOIN LATERAL (
                        SELECT sum(quantity - filled_quantity) AS shares FROM execution.orders o
                        WHERE o.entry_order_id = p.entry_order_id AND o.intent = 'PROTECTIVE_STOP'
                            AND o.stop_price > 0
                            AND o.state IN ('SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED')) stop
                    WHERE coalesce(stop.shares, 0) < p.shares
                    """));

    private PositionRules() {}
}
