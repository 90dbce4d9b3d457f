package io.fluxhero.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.alert.Severity;
import io.fluxhero.contracts.alert.SystemFaulted;
import io.fluxhero.launcher.home.Ports;
import io.fluxhero.launcher.home.RunState.Audited;
import io.fluxhero.launcher.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditWatchIT {

    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");
    private static final String BREAK = "UPDATE execution.positions SET shares = 6";
    private static final String REPAIR = "UPDATE execution.positions SET shares = 5";

    @TempDir
    private static Path folder;

    private static EmbeddedDatabase database;
    private static Connection admin;
    private static Books books;

    private final List<SystemFaulted> alerts = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private boolean kafkaIsAway;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start(
                folder.resolve("programs"),
                folder.resolve("postgres"),
                new Ports(busy -> {}).choose("Postgres", 26_632),
                "admin-word",
                folder.resolve("postgres.log"));
        admin = database.admin();
        books = new Books(admin);
    }

    @AfterAll
    static void stop() throws Exception {
        admin.close();
        database.close();
    }

    @BeforeEach
    void openTheBooks() throws Exception {
        books.open();
    }

    @Test
    void is_silent_while_the_books_are_in_order() throws Exception {
        assertThat(watch().look()).isEqualTo(new Audited(NOON, "OK", List.of()));
        assertThat(alerts).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void raises_one_alert_for_a_broken_rule_until_it_is_in_order_again() throws Exception {
        AuditWatch watch = watch();
        books.execute(BREAK);

        assertThat(watch.look().state()).isEqualTo("VIOLATED");
        assertThat(watch.look().details()).contains("I4 every position is the signed sum of its fills");

        assertThat(alerts)
                .filteredOn(alert -> alert.code().equals("AUDIT_I4"))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.account()).isEqualTo("paper");
                    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
                    assertThat(alert.service()).isEqualTo("auditor");
                    assertThat(alert.detail()).contains("holds 6, fills say 5");
                });

        books.execute(REPAIR);
        assertThat(watch.look().state()).isEqualTo("OK");
        assertThat(said).anySatisfy(line -> assertThat(line).contains("in order again: I4"));

        books.execute(BREAK);
        watch.look();
        assertThat(alerts).filteredOn(alert -> alert.code().equals("AUDIT_I4")).hasSize(2);
    }

    @Test
    void tries_again_when_the_alert_did_not_get_through() throws Exception {
        AuditWatch watch = watch();
        books.execute(BREAK);
        kafkaIsAway = true;
        watch.look();
        kafkaIsAway = false;

        watch.look();

        assertThat(alerts).filteredOn(alert -> alert.code().equals("AUDIT_I4")).hasSize(1);
        assertThat(said).anySatisfy(line -> assertThat(line).contains("Kafka is away"));
    }

    @Test
    void does_not_believe_a_single_reading() throws Exception {
        books.execute(BREAK);
        AuditWatch watch = new AuditWatch(
                Audit.ofDatabase(), () -> database.admin(), alerts::add, () -> NOON, AuditWatchIT::repair, said::add);

        Audited audited = watch.look();

        assertThat(audited.state()).isEqualTo("OK");
        assertThat(alerts).isEmpty();
    }

    @Test
    void says_that_it_could_not_look() throws Exception {
        AuditWatch watch = new AuditWatch(
                Audit.ofDatabase(),
                () -> {
                    throw new SQLException("no database");
                },
                alerts::add,
                () -> NOON,
                () -> {},
                said::add);

        assertThat(watch.look()).isEqualTo(new Audited(NOON, "NOT_CHECKED", List.of("no database")));
    }

    private static void repair() {
        try {
            books.execute(REPAIR);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private AuditWatch watch() {
        return new AuditWatch(Audit.ofDatabase(), () -> database.admin(), this::raise, () -> NOON, () -> {}, said::add);
    }

    private void raise(SystemFaulted alert) throws IOException {
        if (kafkaIsAway) {
            throw new IOException("Kafka is away");
        }
        alerts.add(alert);
    }
}
