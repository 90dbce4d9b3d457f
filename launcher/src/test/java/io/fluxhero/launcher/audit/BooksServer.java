package io.fluxhero.launcher.audit;

import io.fluxhero.launcher.home.Ports;
import io.fluxhero.launcher.postgres.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Postgres for the tests of one class, with {@link Books} in order before each of them. */
public final class BooksServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final int PORT = 26_432;

    private @Nullable Path folder;
    private @Nullable EmbeddedDatabase database;
    private @Nullable Connection admin;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path home = Files.createTempDirectory("books");
        folder = home;
        database = EmbeddedDatabase.start(
                home.resolve("programs"),
                home.resolve("postgres"),
                new Ports(busy -> {}).choose("Postgres", PORT),
                "admin-word",
                home.resolve("postgres.log"));
        admin = connect();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        books().open();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        admin().close();
        Objects.requireNonNull(database).close();
        try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    public Books books() {
        return new Books(admin());
    }

    /** The connection that writes the books. */
    public Connection admin() {
        return Objects.requireNonNull(admin);
    }

    /** One more connection of the administrator. */
    public Connection connect() throws SQLException {
        return Objects.requireNonNull(database).admin();
    }

    public String jdbcUrl() {
        return Objects.requireNonNull(database).jdbcUrl();
    }
}
