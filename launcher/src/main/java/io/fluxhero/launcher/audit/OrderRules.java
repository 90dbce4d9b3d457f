package io.fluxhero.launcher.audit;

import java.util.List;

/** Orders and fills: where they come from, what they add up to, which steps they took, what the broker's books say. */
final class OrderRules {

    /** Legal steps of an order, as (from, to). */
    static final String EDGES = """
            ('CREATED', 'SUBMITTED'), ('CREATED', 'CANCELLED'), ('CREATED', 'EXPIRED'), ('CREATED', 'FAILED'),
            ('SUBMITTED', 'UNKNOWN'), ('SUBMITTED', 'ACCEPTED'), ('SUBMITTED', 'PARTIALLY_FILLED'),
            ('SUBMITTED', 'FILLED'), ('SUBMITTED', 'CANCEL_REQUESTED'), ('SUBMITTED', 'CANCELLED'),
            ('SUBMITTED', 'REJECTED'), ('SUBMITTED', 'EXPIRED'),
            ('UNKNOWN', 'SUBMITTED'), ('UNKNOWN', 'ACCEPTED'), ('UNKNOWN', 'PARTIALLY_FILLED'),
            ('UNKNOWN', 'FILLED'), ('UNKNOWN', 'CANCEL_REQUESTED'), ('UNKNOWN', 'CANCELLED'),
            ('UNKNOWN', 'REJECTED'), ('UNKNOWN', 'EXPIRED'),
            ('ACCEPTED', 'PARTIALLY_FILLED'), ('ACCEPTED', 'FILLED'), ('ACCEPTED', 'CANCEL_REQUESTED'),
            ('ACCEPTED', 'REPLACED'), ('ACCEPTED', 'CANCELLED'), ('ACCEPTED', 'REJECTED'),
            ('ACCEPTED', 'EXPIRED'),
            ('PARTIALLY_FILLED', 'PARTIALLY_FILLED'), ('PARTIALLY_FILLED', 'FILLED'),
            ('PARTIALLY_FILLED', 'CANCEL_REQUESTED'), ('PARTIALLY_FILLED', 'REPLACED'),
            ('PARTIALLY_FILLED', 'CANCELLED'), ('PARTIALLY_FILLED', 'EXPIRED'),
            ('CANCEL_REQUESTED', 'CANCEL_REQUESTED'), ('CANCEL_REQUESTED', 'ACCEPTED'),
            ('CANCEL_REQUESTED', 'PARTIALLY_FILLED'), ('CANCEL_REQUESTED', 'FILLED'),
            ('CANCEL_REQUESTED', 'REPLACED'), ('CANCEL_REQUESTED', 'CANCELLED'),
            ('CANCEL_REQUESTED', 'REJECTED'), ('CANCEL_REQUESTED', 'EXPIRED'),
            ('REPLACED', 'SUBMITTED'), ('REPLACED', 'ACCEPTED'), ('REPLACED', 'PARTIALLY_FILLED'),
            ('REPLACED', 'FILLED'), ('REPLACED', 'CANCEL_REQUESTED'), ('REPLACED', 'CANCELLED'),
            ('REPLACED', 'EXPIRED')
            """;

    static final String COUNT_ORDERS = "SELECT count(*) FROM execution.orders";
    static final String COUNT_FILLS = "SELECT count(*) FROM execution.fills";
    private static final String COUNT_EXECUTIONS = "SELECT count(*) FROM execution.paper_executions";
    private static final String ENDED = "('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED')";

    /** The broker's books are ahead of ours until its log is read; and what is being submitted may be there or not. */
    static final String ALL_TOLD = """
            NOT EXISTS (SELECT FROM execution.paper_events
                WHERE sequence > (SELECT max(report_cursor) FROM execution.accounts))
            """;

    private static final String IN_FLIGHT = "('CREATED', 'SUBMITTED', 'UNKNOWN', 'REPLACED')";

    static final List<Rule> ALL = List.of(
            new SqlRule(
                    "I1", "what works at the paper broker is open here, and the reverse", COUNT_ORDERS, """
                    WITH held AS (
                        SELECT order_id, live AS intent, shares FROM execution.paper_orders
                        WHERE working AND live <> 'PROTECTIVE_STOP'
                        UNION ALL
                        SELECT order_id || '-stop', 'PROTECTIVE_STOP', shares FROM execution.paper_orders
                        WHERE working AND live = 'PROTECTIVE_STOP' AND live_stop_micros <> 0
                        UNION ALL
                        SELECT order_id || '-target', 'TAKE_PROFIT', shares FROM execution.paper_orders
                        WHERE working AND live = 'PROTECTIVE_STOP' AND live_target_micros <> 0),
                    ours AS (
                        SELECT client_order_id AS order_id, intent, quantity - filled_quantity AS shares, state
                        FROM execution.orders WHERE state NOT IN %s)
                    SELECT format('%%s: open here %%s %%s, at the broker %%s %%s', coalesce(ours.order_id, held.order_id),
                        coalesce(ours.intent, '-'), ours.shares, coalesce(held.intent, '-'), held.shares)
                    FROM ours FULL JOIN held USING (order_id)
                    WHERE (ours.intent, ours.shares) IS DISTINCT FROM (held.intent, held.shares)
                        AND coalesce(ours.state, '') NOT IN %s AND %s
                    """.formatted(
                                    ENDED, IN_FLIGHT, ALL_TOLD)),
            new SqlRule("I1", "the executions of the paper broker are the fills", COUNT_EXECUTIONS, """
                    SELECT format('%%s: fill %%s x %%s, at the broker %%s x %%s', coalesce(f.fill_id, p.fill_id),
                        f.quantity, f.price, p.shares, p.price_micros / 1000000.0)
                    FROM execution.fills f FULL JOIN execution.paper_executions p USING (fill_id)
                    WHERE ((regexp_replace(p.order_id, '-try[0-9]+$', ''),
                                regexp_replace(p.entry_order_id, '-try[0-9]+$', ''),
                                p.symbol, p.bar_time, p.intent, p.side)
                            IS DISTINCT FROM
                                (f.order_id, f.entry_order_id, f.symbol, f.bar_time, f.intent, f.position_side)
                        OR (f.quantity, f.price * 1000000, f.commission * 1000000)
                            IS DISTINCT FROM (p.shares, p.price_micros::numeric, p.commission_micros::numeric))
                        AND %s
                    """.formatted(
                            ALL_TOLD)),
            new SqlRule("I2", "every fill belongs to an order and to an entry", COUNT_FILLS, """
                    SELECT format('%s of order %s, entry %s', f.fill_id, f.order_id, f.entry_order_id)
                    FROM execution.fills f
                    LEFT JOIN execution.orders o USING (order_id)
                    LEFT JOIN execution.orders e ON e.order_id = f.entry_order_id
                    WHERE o.order_id IS NULL
                        OR e.intent IS DISTINCT FROM 'ENTRY'
                        OR (o.account, o.symbol, o.intent, o.position_side)
                            <> (f.account, f.symbol, f.intent, f.position_side)
                        OR (e.symbol, e.position_side) <> (f.symbol, f.position_side)
                        OR coalesce(o.entry_order_id, f.entry_order_id) <> f.entry_order_id
                    """),
            new SqlRule("I2", "every order was approved by risk, or protects an entry", COUNT_ORDERS, """
                    SELECT format('%s %s %s', o.order_id, o.intent, o.symbol)
                    FROM execution.orders o
                    LEFT JOIN execution.orders e ON e.order_id = o.entry_order_id AND e.intent = 'ENTRY'
                    WHERE CASE WHEN o.intent IN ('PROTECTIVE_STOP', 'TAKE_PROFIT') THEN e.order_id IS NULL
                        ELSE NOT EXISTS (SELECT FROM risk.decisions d WHERE d.order_id = o.order_id
                            AND d.outcome = 'APPROVED' AND d.intent = o.intent AND d.symbol = o.symbol) END
                    """),
            new SqlRule("I2", "every signal behind an order is one that risk was told and the strategy gave", """
                    SELECT count(*) FROM execution.orders WHERE signal_id IS NOT NULL
                    """, """
                    SELECT format('%s %s: signal %s', o.order_id, o.symbol, o.signal_id)
                    FROM execution.orders o
                    LEFT JOIN risk.signals told ON told.signal_id = o.signal_id
                    LEFT JOIN signals.signals given ON given.signal_id = o.signal_id
                    WHERE o.signal_id IS NOT NULL
                        AND (told.symbol IS DISTINCT FROM o.symbol OR given.symbol IS DISTINCT FROM o.symbol)
                    """),
            new SqlRule(
                    "I3", "the fills of an order are its filled quantity, at most what was ordered", COUNT_ORDERS, """
                    SELECT format('%s %s: filled %s of %s, its fills are %s; commission %s, of its fills %s',
                        o.order_id, o.state, o.filled_quantity, o.quantity, f.shares, o.commission, f.commission)
                    FROM execution.orders o CROSS JOIN LATERAL (
                        SELECT coalesce(sum(quantity), 0) AS shares, coalesce(sum(commission), 0) AS commission
                        FROM execution.fills WHERE order_id = o.order_id) f
                    WHERE f.shares <> o.filled_quantity OR o.filled_quantity > o.quantity
                        OR f.commission <> o.commission
                        OR (o.state = 'FILLED') <> (o.filled_quantity = o.quantity)
                    """),
            // Cancelling takes a moment; whoever looks twice finds what stayed.
            new SqlRule("I7", "while trading is halted no opening order of an older epoch works", """
                    SELECT count(*) FROM execution.orders WHERE intent = 'ENTRY'
                    """, """
                    SELECT format('%s %s: %s in epoch %s, the fence stands at %s', o.order_id, o.symbol, o.state,
                        coalesce(o.risk_epoch::text, '(none)'), f.min_epoch)
                    FROM execution.orders o JOIN execution.fences f USING (account)
                    WHERE f.halted AND o.intent = 'ENTRY' AND o.state IN ('ACCEPTED', 'PARTIALLY_FILLED')
                        AND coalesce(o.risk_epoch, 0) < f.min_epoch
                    """),
            new SqlRule(
                    "I11",
                    "every step of an order is in the table and begins where the last one ended",
                    """
                    SELECT count(*) FROM execution.order_events
                    """,
                    """
                    WITH steps AS (
                        SELECT *, lag(to_state) OVER (PARTITION BY order_id ORDER BY id) AS stood
                        FROM execution.order_events)
                    SELECT format('%%s: %%s -> %%s while %%s', order_id, coalesce(from_state, '(none)'), to_state,
                        coalesce(stood, '(none)'))
                    FROM steps
                    WHERE from_state IS DISTINCT FROM stood
                        OR (from_state IS NULL AND to_state <> 'CREATED')
                        OR (from_state IS NOT NULL AND (from_state, to_state) NOT IN (VALUES %s)
                            AND NOT (from_state = to_state AND detail LIKE 'stop moved to %%'
                                AND from_state NOT IN %s))
                    """.formatted(EDGES, ENDED)),
            new SqlRule("I11", "every order stands where its last step ended", COUNT_ORDERS, """
                    SELECT format('%s: stands at %s, last step to %s', o.order_id, o.state, coalesce(last.to_state, '-'))
                    FROM execution.orders o LEFT JOIN LATERAL (
                        SELECT to_state FROM execution.order_events WHERE order_id = o.order_id
                        ORDER BY id DESC LIMIT 1) last ON true
                    WHERE last.to_state IS DISTINCT FROM o.state
                    """));

    private OrderRules() {}
}
