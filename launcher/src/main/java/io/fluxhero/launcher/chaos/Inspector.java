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
        Optional<Reading> standing = Optional.empty();
        String failure = "";
        String undecided = "";
        long progressed = begin;
        while (true) {
            try {
                Reading now = read(wrong);
                if (!undecided.equals(now.broken().getOrDefault(EVERY_BAR, ""))) {
                    undecided = now.broken().getOrDefault(EVERY_BAR, "");
                    progressed = System.nanoTime();
                }
                standing = Optional.of(standing.map(now::stillAs).orElse(now));
            } catch (SQLException e) {
                failure = String.valueOf(e.getMessage());
            }
            boolean isOver = System.nanoTime() - progressed > patience.toNanos();
            if (isOver && standing.isEmpty()) {
                throw new NoRecovery("the books cannot be read: " + failure);
            }
            if (standing.isPresent() && (isOver || standing.get().isInOrder())) {
                long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
                return new Inspection(standing.get().ledger(), standing.get().broken(), took);
            }
            Thread.sleep(BETWEEN);
        }
    }

    /**
     * One look at the books.
     *
     * @param broken claims of the audit, with a first detail
     */
    private record Reading(Ledger ledger, Map<String, String> broken) {

        Reading stillAs(Reading before) {
            Map<String, String> still = new LinkedHashMap<>(broken);
            still.keySet().retainAll(before.broken.keySet());
            return new Reading(ledger.stillAs(before.ledger), still);
        }

        boolean isInOrder() {
            return ledger.isInOrder() && broken.isEmpty();
        }
    }

    private Reading read(Finding.State wrong) throws SQLException {
        try (Connection books = DriverManager.getConnection(jdbcUrl, ServiceRoles.AUDITOR, password)) {
            return new Reading(Ledger.of(books), broken(books, wrong));
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
