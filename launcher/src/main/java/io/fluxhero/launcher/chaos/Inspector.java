package io.fluxhero.launcher.chaos;

import io.fluxhero.launcher.audit.Audit;
import io.fluxhero.launcher.audit.Finding;
import io.fluxhero.launcher.postgres.ServiceRoles;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the books again and again until nothing is wrong, or its patience ends. Only what is wrong in every reading
 * counts: a message under way is somewhere else a moment later, what is lost stays lost.
 */
final class Inspector {

    private static final Duration BETWEEN = Duration.ofMillis(250);

    private static final String EVERY_BAR = "every bar is decided";
    private static final String UNDECIDED = """
            SELECT format('decided up to %s, candles up to %s', a.last_decided, c.newest)
            FROM execution.accounts a CROSS JOIN (SELECT max(open_time) AS newest FROM market_data.candles) c
            WHERE a.last_decided IS DISTINCT FROM c.newest
            """;

    private final String jdbcUrl;
    private final String password;
    private final String kafka;

    Inspector(String jdbcUrl, String password, String kafka) {
        this.jdbcUrl = jdbcUrl;
        this.password = password;
        this.kafka = kafka;
    }

    /** While orders go on: messages under way are no violation. */
    Inspection whileMoving(Duration patience) throws NoRecovery, InterruptedException {
        return inspect(patience, Finding.State.VIOLATED);
    }

    /** When nothing comes any more: nothing may be under way either. The patience begins anew with every bar decided. */
    Inspection atRest(Duration patience) throws NoRecovery, InterruptedException {
        return inspect(patience, Finding.State.MOVING);
    }

    private Inspection inspect(Duration patience, Finding.State wrong) throws NoRecovery, InterruptedException {
        long begin = System.nanoTime();
        @Nullable Ledger ledger = null;
        @Nullable Map<String, String> violations = null;
        String failure = "";
        String undecided = "";
        long progressed = begin;
        while (true) {
            try (Connection books = DriverManager.getConnection(jdbcUrl, ServiceRoles.AUDITOR, password)) {
                Ledger read = Ledger.of(books);
                Map<String, String> broken = broken(books, wrong);
                ledger = ledger == null ? read : read.stillAs(ledger);
                if (violations != null) {
                    broken.keySet().retainAll(violations.keySet());
                }
                violations = broken;
                if (!undecided.equals(broken.getOrDefault(EVERY_BAR, ""))) {
                    undecided = broken.getOrDefault(EVERY_BAR, "");
                    progressed = System.nanoTime();
                }
            } catch (SQLException e) {
                failure = String.valueOf(e.getMessage());
            }
            long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            boolean known = ledger != null && violations != null;
            if (known && ledger.isInOrder() && violations.isEmpty()) {
                return new Inspection(ledger, violations, took);
            }
            if (System.nanoTime() - progressed > patience.toNanos()) {
                if (!known) {
                    throw new NoRecovery("the books cannot be read: " + failure);
                }
                return new Inspection(ledger, violations, took);
            }
            Thread.sleep(BETWEEN);
        }
    }

    private static Optional<String> undecided(Connection books) throws SQLException {
        try (Statement statement = books.createStatement();
                ResultSet row = statement.executeQuery(UNDECIDED)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } finally {
            books.rollback();
        }
    }

    private Map<String, String> broken(Connection books, Finding.State wrong) throws SQLException {
        Map<String, String> broken = new LinkedHashMap<>();
        if (wrong == Finding.State.MOVING) {
            undecided(books).ifPresent(detail -> broken.put(EVERY_BAR, detail));
        }
        for (Finding finding : Audit.with(kafka).of(books)) {
            if (finding.state().compareTo(wrong) >= 0) {
                String detail = finding.details().isEmpty()
                        ? finding.underWay() + " under way"
                        : finding.details().getFirst();
                broken.put(finding.invariant() + " " + finding.claim(), detail);
            }
        }
        return broken;
    }
}
