package io.fluxhero.launcher.audit;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.launcher.home.RunState.Audited;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Audits a running stack again and again. A rule that two readings in a row find broken is told: a line, and an alert,
 * once until it is in order again. An alert that does not get through is tried again at the next reading.
 */
public final class AuditWatch {

    private static final Duration CONFIRM_AFTER = Duration.ofSeconds(3);
    private static final String SERVICE = "auditor";

    private final Audit audit;
    private final BookKeeper books;
    private final AlertSink alerts;
    private final InstantSource clock;
    private final Pause beforeConfirming;
    private final Consumer<String> say;
    private final Set<String> told = new HashSet<>();

    /** Opens the books as someone who only reads. */
    public interface BookKeeper {
        Connection open() throws SQLException;
    }

    /** How time passes between two readings. */
    interface Pause {
        void take() throws InterruptedException;
    }

    AuditWatch(
            Audit audit,
            BookKeeper books,
            AlertSink alerts,
            InstantSource clock,
            Pause beforeConfirming,
            Consumer<String> say) {
        this.audit = audit;
        this.books = books;
        this.alerts = alerts;
        this.clock = clock;
        this.beforeConfirming = beforeConfirming;
        this.say = say;
    }

    /** A watch over the books of a stack that tells people on the alerts topic of its Kafka. */
    public static AuditWatch of(BookKeeper books, String kafka, Consumer<String> say) {
        return new AuditWatch(
                Audit.with(kafka),
                books,
                new AlertsTopic(kafka),
                InstantSource.system(),
                () -> Thread.sleep(CONFIRM_AFTER),
                say);
    }

    /** Looks now and then, until the thread is interrupted. */
    public void run(Duration every, Consumer<Audited> result) {
        try {
            while (true) {
                Thread.sleep(every);
                result.accept(look());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the books and tells what is new. */
    Audited look() throws InterruptedException {
        Instant now = clock.instant();
        try (Connection connection = books.open()) {
            List<Finding> broken = broken(connection);
            if (!broken.isEmpty()) {
                beforeConfirming.take();
                Set<String> before = broken.stream().map(AuditWatch::nameOf).collect(Collectors.toSet());
                broken = broken(connection).stream()
                        .filter(finding -> before.contains(nameOf(finding)))
                        .toList();
            }
            tell(broken, account(connection), now);
            List<String> names = broken.stream().map(AuditWatch::nameOf).toList();
            return new Audited(now, names.isEmpty() ? "OK" : "VIOLATED", names);
        } catch (SQLException e) {
            say.accept("audit: the books cannot be read: " + e.getMessage());
            return new Audited(now, "NOT_CHECKED", List.of(String.valueOf(e.getMessage())));
        }
    }

    private List<Finding> broken(Connection connection) throws SQLException {
        return audit.of(connection).stream()
                .filter(finding -> finding.state() == Finding.State.VIOLATED)
                .toList();
    }

    private void tell(List<Finding> broken, String account, Instant now) {
        Set<String> names = broken.stream().map(AuditWatch::nameOf).collect(Collectors.toSet());
        for (String name : List.copyOf(told)) {
            if (!names.contains(name)) {
                told.remove(name);
                say.accept("audit: in order again: " + name);
            }
        }
        for (Finding finding : broken) {
            if (!told.contains(nameOf(finding))) {
                raise(finding, account, now);
            }
        }
    }

    private void raise(Finding finding, String account, Instant now) {
        List<String> words = new ArrayList<>(List.of(finding.claim()));
        words.addAll(finding.details());
        say.accept("audit: VIOLATED " + finding.invariant() + ": " + String.join("; ", words));
        String id = Ids.derive("msg", "system-faulted", SERVICE, nameOf(finding), now);
        try {
            alerts.raise(new SystemFaulted(
                    new Meta(id, id, now),
                    account,
                    Severity.CRITICAL,
                    "AUDIT_" + finding.invariant(),
                    "the books are not in order: " + String.join("; ", words),
                    Map.of(
                            "checked", BigDecimal.valueOf(finding.checked()),
                            "violations", BigDecimal.valueOf(finding.violations())),
                    SERVICE));
            told.add(nameOf(finding));
        } catch (IOException e) {
            say.accept("audit: " + e.getMessage());
        }
    }

    private static String account(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT min(account) FROM risk.account_state")) {
            String account = row.next() ? row.getString(1) : null;
            connection.rollback();
            return account == null ? "none" : account;
        }
    }

    private static String nameOf(Finding finding) {
        return finding.invariant() + " " + finding.claim();
    }
}
