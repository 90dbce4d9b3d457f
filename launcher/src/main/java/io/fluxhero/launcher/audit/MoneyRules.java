package io.fluxhero.launcher.audit;

import io.fluxhero.contracts.Topics;
import java.util.List;

/**
 * The account of risk against the fills of execution. Risk hears of a fill later than execution books it, so only those
 * fills count that risk has taken in by this very snapshot: its inbox says which, and is written with the account.
 */
final class MoneyRules {

    private static final String COUNT_ACCOUNTS = "SELECT count(*) FROM risk.account_state";

    /**
     * Fills with what they did to cash and shares, whether risk was told, and whether they count for its account. The
     * inbox forgets after a time: what is older than everything in it was told once.
     */
    private static final String FILLS = """
            WITH fills AS (
                SELECT f.*,
                    CASE WHEN (intent = 'ENTRY') = (position_side = 'LONG') THEN quantity ELSE -quantity END AS signed,
                    EXISTS (SELECT FROM risk.inbox i WHERE i.topic = '%s' AND i.message_id = 'msg-' || substr(encode(
                        sha256(convert_to('12:order-filled' || octet_length(fill_id) || ':' || fill_id, 'UTF8')),
                        'hex'), 1, 32)) AS told
                FROM execution.fills f),
            memory AS (
                SELECT a.account, coalesce(min(f.bar_time) FILTER (WHERE f.told),
                    a.decided_up_to + interval '1 microsecond') AS since
                FROM risk.account_state a LEFT JOIN fills f USING (account) GROUP BY a.account, a.decided_up_to),
            counted AS (
                SELECT f.*, -f.signed * f.price - f.commission AS cash_flow
                FROM fills f JOIN memory m USING (account) WHERE f.told OR f.bar_time < m.since)
            """.formatted(Topics.FILLS);

    /** What movements of cash brought in, of the account {@code a}. */
    private static final String MOVED =
            "(SELECT coalesce(sum(amount), 0) FROM risk.cash_movements m WHERE m.account = a.account)";

    private static final String COUNT_MOVEMENTS =
            "SELECT count(*) FROM execution.cash_movements WHERE state = 'BOOKED'";

    /** Positions in the account of risk, signed. */
    private static final String HELD = """
            SELECT a.account, p ->> 'symbol' AS symbol,
                CASE p ->> 'side' WHEN 'LONG' THEN 1 ELSE -1 END * (p ->> 'shares')::numeric AS signed,
                (p ->> 'averagePriceMicros')::numeric / 1000000 AS price,
                (p ->> 'entryCommissionMicros')::numeric / 1000000 AS costs,
                (p ->> 'dividendMicros')::numeric / 1000000 AS dividend,
                (a.state -> 'marksMicros' ->> (p ->> 'symbol'))::numeric / 1000000 AS mark
            FROM risk.account_state a CROSS JOIN jsonb_array_elements(a.state -> 'positions') p
            """;

    static final List<Rule> ALL = List.of(
            new SqlRule(
                    "I5",
                    "cash of risk = start + movements + signed fills - commissions",
                    COUNT_ACCOUNTS,
                    FILLS + """
                    SELECT format('%%s: cash %%s, start, movements and fills say %%s', a.account, a.cash, s.expected)
                    FROM risk.account_state a CROSS JOIN LATERAL (
                        SELECT (a.state ->> 'initialCashMicros')::numeric / 1000000 + %s
                            + coalesce(sum(cash_flow), 0) AS expected
                        FROM counted WHERE account = a.account) s
                    WHERE a.cash <> s.expected
                    """.formatted(MOVED)),
            new SqlRule("I4", "positions of risk = signed fills", COUNT_ACCOUNTS, FILLS + """
                    , held AS (%s),
                    filled AS (
                        SELECT account, symbol, sum(signed) AS signed FROM counted GROUP BY account, symbol)
                    SELECT format('%%s %%s: risk holds %%s, fills say %%s', account, symbol,
                        coalesce(held.signed, 0), coalesce(filled.signed, 0))
                    FROM held FULL JOIN filled USING (account, symbol)
                    WHERE coalesce(held.signed, 0) <> coalesce(filled.signed, 0)
                    """.formatted(HELD)),
            new SqlRule("I5", "cash + positions at cost = start + movements + realized", COUNT_ACCOUNTS, """
                    WITH held AS (%s)
                    SELECT format('%%s: cash %%s, column %%s, the rest of the account says %%s',
                        account, s.cash, a.cash, s.expected)
                    FROM risk.account_state a CROSS JOIN LATERAL (
                        SELECT (a.state ->> 'cashMicros')::numeric / 1000000 AS cash,
                            ((a.state ->> 'initialCashMicros')::numeric + (a.state ->> 'realizedMicros')::numeric)
                                / 1000000 + %s
                            - coalesce(sum(signed * price + costs - dividend), 0) AS expected
                        FROM held WHERE held.account = a.account) s
                    WHERE s.cash <> s.expected OR a.cash <> s.cash
                    """.formatted(
                            HELD, MOVED)),
            new SqlRule("I5", "equity of risk = cash + positions x marks", COUNT_ACCOUNTS, """
                    WITH held AS (%s)
                    SELECT format('%%s: equity %%s exposure %%s, cash and marks say %%s and %%s',
                        account, a.equity, a.exposure, s.equity, s.exposure)
                    FROM risk.account_state a CROSS JOIN LATERAL (
                        SELECT a.cash + coalesce(sum(signed * coalesce(mark, price)), 0) AS equity,
                            coalesce(sum(abs(signed * coalesce(mark, price))), 0) AS exposure
                        FROM held WHERE held.account = a.account) s
                    WHERE a.equity <> s.equity OR a.exposure <> s.exposure
                    """.formatted(HELD)),
            // A flatten trades between bars, after or before the point of its bar: that week's points are not judged.
            new SqlRule(
                    "I5",
                    "cash of every equity point = start + movements + signed fills up to its bar",
                    """
                    SELECT count(*) FROM risk.equity_points
                    """,
                    FILLS + """
                    , days AS (
                        SELECT account, bar_time, sum(cash_flow) AS flow FROM counted GROUP BY account, bar_time),
                    line AS (
                        SELECT account, bar_time, point, sum(flow) OVER (PARTITION BY account ORDER BY bar_time) AS flow
                        FROM (SELECT account, bar_time, flow, NULL::numeric AS point FROM days
                            UNION ALL SELECT account,
                                coalesce(decided_up_to + interval '1 microsecond', '-infinity'), amount, NULL
                                FROM risk.cash_movements
                            UNION ALL SELECT account, bar_time, 0, cash FROM risk.equity_points) steps)
                    SELECT format('%s %s: cash %s, start, movements and fills say %s', l.account, l.bar_time, l.point, s.expected)
                    FROM line l JOIN risk.account_state a USING (account) CROSS JOIN LATERAL (
                        SELECT (a.state ->> 'initialCashMicros')::numeric / 1000000 + l.flow AS expected) s
                    WHERE l.point <> s.expected AND NOT EXISTS (
                        SELECT FROM counted f WHERE f.account = l.account AND f.intent = 'FLATTEN'
                            AND f.bar_time BETWEEN l.bar_time - interval '7 days' AND l.bar_time)
                    ORDER BY l.bar_time
                    """),
            new SqlRule("I5", "equity of every point lies within its exposure of its cash", """
                    SELECT count(*) FROM risk.equity_points
                    """, """
                    SELECT format('%s %s: equity %s, cash %s, exposure %s', account, bar_time, equity, cash, exposure)
                    FROM risk.equity_points WHERE abs(equity - cash) > exposure ORDER BY bar_time
                    """),
            new SqlRule("I5", "movements of cash are those of the paper broker", COUNT_MOVEMENTS, """
                    SELECT format('%%s: here %%s to %%s, at the broker %%s to %%s', coalesce(e.movement_id, p.movement_id),
                        e.amount, e.cash, p.amount, p.cash)
                    FROM (SELECT * FROM execution.cash_movements WHERE state = 'BOOKED') e
                    FULL JOIN execution.paper_cash_movements p USING (movement_id)
                    WHERE (e.amount, e.cash) IS DISTINCT FROM (p.amount, p.cash) AND %s
                    """.formatted(
                            OrderRules.ALL_TOLD)),
            // Whoever has decided a later bar has taken in all that was said before that bar settled.
            new SqlRule("I14", "risk was told of every movement of cash", COUNT_MOVEMENTS, """
                    SELECT format('%s: execution %s to %s, risk %s to %s', coalesce(e.movement_id, r.movement_id),
                        e.amount, e.cash, r.amount, r.cash)
                    FROM (SELECT * FROM execution.cash_movements WHERE state = 'BOOKED') e
                    FULL JOIN risk.cash_movements r USING (movement_id)
                    LEFT JOIN risk.account_state a ON a.account = e.account
                    WHERE (e.amount, e.cash) IS DISTINCT FROM (r.amount, r.cash) AND (r.movement_id IS NOT NULL
                        OR a.decided_up_to > coalesce(e.settled, '-infinity'))
                    """, """
                    SELECT count(*) FROM execution.cash_movements e WHERE state = 'BOOKED' AND NOT EXISTS (
                        SELECT FROM risk.cash_movements r WHERE r.movement_id = e.movement_id)
                    """),
            // The messages of one symbol arrive in order: who took in a later fill will not take in this one.
            new SqlRule("I14", "risk was told of every fill", OrderRules.COUNT_FILLS, FILLS + """
                    SELECT format('%s %s %s x %s at %s', f.fill_id, f.symbol, f.signed, f.price, f.bar_time)
                    FROM fills f JOIN memory m USING (account)
                    WHERE NOT f.told AND f.bar_time >= m.since AND EXISTS (
                        SELECT FROM fills later WHERE later.account = f.account AND later.symbol = f.symbol
                            AND later.told AND later.bar_time > f.bar_time)
                    """, FILLS + """
                    SELECT (SELECT count(*) FROM fills) - (SELECT count(*) FROM counted)
                    """));

    private MoneyRules() {}
}
