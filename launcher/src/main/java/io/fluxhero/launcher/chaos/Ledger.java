package io.fluxhero.launcher.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Orders and fills of ours held against the books of the paper broker and the decisions of risk, id by id.
 *
 * @param orders how many orders execution knows
 * @param fills how many fills
 * @param lost what happened and is not in our books
 * @param doubled what is in the books more often than it happened
 * @param orphans what is in the books and came from nowhere
 */
record Ledger(long orders, long fills, Set<String> lost, Set<String> doubled, Set<String> orphans) {

    private static final String LOST = """
            SELECT 'execution ' || fill_id || ' of order ' || order_id FROM execution.paper_executions p
            WHERE NOT EXISTS (SELECT FROM execution.fills f WHERE f.fill_id = p.fill_id)
            UNION ALL
            SELECT 'approved order ' || order_id FROM risk.decisions d
            WHERE outcome = 'APPROVED' AND order_id IS NOT NULL
                AND NOT EXISTS (SELECT FROM execution.orders o WHERE o.order_id = d.order_id)
            """;
    private static final String DOUBLED = """
            SELECT 'order ' || o.order_id || ' of ' || o.quantity || ' filled with ' || sum(f.quantity)
            FROM execution.orders o JOIN execution.fills f USING (order_id)
            GROUP BY o.order_id, o.quantity HAVING sum(f.quantity) > o.quantity
            UNION ALL
            SELECT 'order ' || o.order_id || ' of ' || o.quantity || ' executed with ' || sum(p.shares)
            FROM execution.orders o
            JOIN execution.paper_executions p ON o.order_id = regexp_replace(p.order_id, '-try[0-9]+$', '')
            GROUP BY o.order_id, o.quantity HAVING sum(p.shares) > o.quantity
            UNION ALL
            SELECT 'signal ' || signal_id || ' approved ' || count(*) || ' times' FROM risk.decisions
            WHERE outcome = 'APPROVED' AND signal_id IS NOT NULL GROUP BY signal_id HAVING count(*) > 1
            UNION ALL
            SELECT 'signal ' || signal_id || ' ordered ' || count(*) || ' times' FROM execution.orders
            WHERE signal_id IS NOT NULL AND intent IN ('ENTRY', 'EXIT') GROUP BY signal_id HAVING count(*) > 1
            """;
    private static final String ORPHANS = """
            SELECT 'order ' || order_id || ' at the broker' FROM execution.paper_orders p
            WHERE NOT EXISTS (SELECT FROM execution.orders o
                WHERE o.order_id = regexp_replace(p.order_id, '-try[0-9]+$', ''))
            UNION ALL
            SELECT 'fill ' || fill_id || ' of order ' || order_id FROM execution.fills f
            WHERE NOT EXISTS (SELECT FROM execution.orders o WHERE o.order_id = f.order_id)
                OR NOT EXISTS (SELECT FROM execution.paper_executions p WHERE p.fill_id = f.fill_id)
            UNION ALL
            SELECT 'order ' || order_id || ' that risk never approved' FROM execution.orders o
            WHERE intent NOT IN ('PROTECTIVE_STOP', 'TAKE_PROFIT') AND NOT EXISTS (
                SELECT FROM risk.decisions d WHERE d.order_id = o.order_id AND d.outcome = 'APPROVED')
            """;

    /** One moment of the books; the connection is left without a transaction. */
    static Ledger of(Connection books) throws SQLException {
        books.setAutoCommit(false);
        books.setReadOnly(true);
        books.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = books.createStatement()) {
            return new Ledger(
                    number(statement, "SELECT count(*) FROM execution.orders"),
                    number(statement, "SELECT count(*) FROM execution.fills"),
                    names(statement, LOST),
                    names(statement, DOUBLED),
                    names(statement, ORPHANS));
        } finally {
            books.rollback();
        }
    }

    /** What is wrong here and in an earlier reading too: things on their way are gone from one of both. */
    Ledger stillAs(Ledger before) {
        return new Ledger(
                orders, fills, both(lost, before.lost), both(doubled, before.doubled), both(orphans, before.orphans));
    }

    boolean isInOrder() {
        return lost.isEmpty() && doubled.isEmpty() && orphans.isEmpty();
    }

    private static Set<String> both(Set<String> now, Set<String> before) {
        Set<String> both = new LinkedHashSet<>(now);
        both.retainAll(before);
        return both;
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Set<String> names(Statement statement, String query) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
