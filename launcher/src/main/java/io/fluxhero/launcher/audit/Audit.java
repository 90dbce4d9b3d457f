package io.fluxhero.launcher.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every rule on one snapshot of the books, which it cannot change. */
public final class Audit {

    private static final Rule OUTBOXES = new SqlRule("I14", "nothing waits to be published", """
            SELECT 4
            """, """
            SELECT NULL WHERE false
            """, """
            SELECT (SELECT count(*) FROM market_data.outbox) + (SELECT count(*) FROM signals.outbox)
                + (SELECT count(*) FROM risk.outbox) + (SELECT count(*) FROM execution.outbox)
            """);

    private final List<Rule> rules;

    private Audit(List<Rule> rules) {
        this.rules = rules;
    }

    /** What the database alone can tell. */
    public static Audit ofDatabase() {
        return new Audit(rules().toList());
    }

    /** The same, and the ends of the topics. */
    public static Audit with(String kafka) {
        return new Audit(
                Stream.concat(rules(), Stream.of(new ConsumerOffsets(kafka))).toList());
    }

    private static Stream<Rule> rules() {
        return Stream.of(
                        OrderRules.ALL,
                        PositionRules.ALL,
                        MoneyRules.ALL,
                        LimitRules.ALL,
                        BarRules.ALL,
                        IntakeRules.ALL,
                        List.of(new AuditChain(), OUTBOXES))
                .flatMap(List::stream);
    }

    /**
     * Checks them all in one read-only transaction that sees one moment.
     *
     * @throws SQLException where the books cannot be read
     */
    public List<Finding> of(Connection books) throws SQLException {
        books.setAutoCommit(false);
        books.setReadOnly(true);
        books.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = books.createStatement()) {
            statement.execute("SET LOCAL TIME ZONE 'UTC'");
            List<Finding> findings = new ArrayList<>();
            for (Rule rule : rules) {
                findings.add(rule.on(books));
            }
            return findings;
        } finally {
            books.rollback();
        }
    }
}
