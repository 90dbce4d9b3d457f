package io.fluxhero.launcher.audit;

import java.util.List;

/** Limits at the moment of each entry: what risk saw of them is kept with its decision. */
final class LimitRules {

    /** Every approved entry since the first that has its limits on record; earlier ones cannot be judged. */
    private static final String ENTRIES = """
            WITH entries AS (
                SELECT d.id, d.account, d.bar_time, d.symbol, d.order_id, d.signal_id,
                    (figures ->> 'shares')::numeric AS shares, (figures ->> 'value')::numeric AS value,
                    (figures ->> 'equity')::numeric AS equity, (figures ->> 'exposure')::numeric AS exposure,
                    (figures ->> 'reserved')::numeric AS reserved, (figures ->> 'free_cash')::numeric AS free_cash,
                    (figures ->> 'open_positions')::numeric AS positions,
                    (figures ->> 'position_limit')::numeric AS position_limit,
                    (figures ->> 'exposure_limit')::numeric AS exposure_limit,
                    (figures ->> 'positions_limit')::numeric AS positions_limit
                FROM risk.decisions d
                WHERE outcome = 'APPROVED' AND intent = 'ENTRY' AND id >= (
                    SELECT min(id) FROM risk.decisions WHERE figures -> 'exposure_limit' IS NOT NULL))
            """;

    private static final String COUNT = ENTRIES + "SELECT count(*) FROM entries";

    static final List<Rule> ALL = List.of(
            new SqlRule(
                    "I8", "every entry kept the limits that it saw, what is reserved counted", COUNT, ENTRIES + """
                    SELECT format('%s %s: value %s of %s, exposure %s of %s, position %s of %s', order_id, symbol,
                        value, position_limit, exposure, exposure_limit, positions, positions_limit)
                    FROM entries
                    WHERE (value <= position_limit AND exposure <= exposure_limit AND positions <= positions_limit)
                        IS NOT TRUE
                    """),
            // A person's entry comes between bars: what was held then is on no point of the equity curve.
            new SqlRule("I8", "what the limits saw of an entry is what the books say of its bar", COUNT, ENTRIES + """
                    SELECT format('%s %s: equity %s, held %s, %s shares worth %s; the books say %s, %s, at %s', order_id,
                        e.symbol, e.equity, e.exposure - reserved - value, shares, value, p.equity, p.exposure,
                        s.signal ->> 'price')
                    FROM entries e
                    LEFT JOIN risk.equity_points p USING (account, bar_time)
                    LEFT JOIN risk.signals s USING (signal_id)
                    WHERE e.signal_id IS NOT NULL
                        AND ((e.equity, e.exposure - reserved - value) IS DISTINCT FROM (p.equity, p.exposure)
                            OR (s.signal #>> '{terms,kind}' = 'MARKET'
                                AND shares * (s.signal ->> 'price')::numeric <> value))
                    """),
            new SqlRule("I8", "every entry of a bar counted those before it", COUNT, ENTRIES + """
                    , steps AS (
                        SELECT *, lag(reserved + value) OVER bar AS bound, lag(positions) OVER bar AS before
                        FROM entries WHERE signal_id IS NOT NULL
                        WINDOW bar AS (PARTITION BY account, bar_time ORDER BY id))
                    SELECT format('%s %s: %s reserved after %s, position %s after %s', order_id, symbol, reserved, bound,
                        positions, before)
                    FROM steps WHERE reserved < bound OR positions <= before
                    """),
            new SqlRule("I8", "no order is for more shares than the limits allowed", COUNT, ENTRIES + """
                    SELECT format('%s %s: %s shares ordered, %s allowed', order_id, e.symbol, o.quantity, e.shares)
                    FROM entries e JOIN execution.orders o USING (order_id) WHERE o.quantity > e.shares
                    """),
            new SqlRule("I16", "no entry was worth more than the cash that was free", COUNT, ENTRIES + """
                    SELECT format('%s %s: worth %s, free %s of cash %s with %s reserved', order_id, symbol, value, free_cash,
                        p.cash, reserved)
                    FROM entries e LEFT JOIN risk.equity_points p USING (account, bar_time)
                    WHERE (value <= free_cash) IS NOT TRUE
                        OR (signal_id IS NOT NULL AND (free_cash <= p.cash - reserved) IS NOT TRUE)
                    """),
            new SqlRule("I16", "no purchase cost more than the cash that was free for it", COUNT, ENTRIES + """
                    SELECT format('%s %s: cost %s, may cost %s, %s was free', order_id, e.symbol, f.cost, o.cash_limit,
                        e.free_cash)
                    FROM entries e JOIN execution.orders o USING (order_id) CROSS JOIN LATERAL (
                        SELECT coalesce(sum(quantity * price + commission), 0) AS cost
                        FROM execution.fills WHERE order_id = o.order_id) f
                    WHERE o.cash_limit IS DISTINCT FROM e.free_cash
                        OR (o.position_side = 'LONG' AND f.cost > o.cash_limit)
                    """));

    private LimitRules() {}
}
