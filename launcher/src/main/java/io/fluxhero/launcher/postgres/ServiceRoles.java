package io.fluxhero.launcher.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/** One login role per service, which owns exactly the schema of its name and sees no other; and one that only reads. */
public final class ServiceRoles {

    /** May read every schema of {@link #ensureAuditor} and change nothing. */
    public static final String AUDITOR = "auditor";

    private final Connection admin;

    public ServiceRoles(Connection admin) {
        this.admin = admin;
    }

    /** Makes role and schema when missing, and sets the password in any case. */
    public void ensure(String role, String password) throws SQLException {
        login(role, password);
        execute("ALTER ROLE " + role + " SET search_path = " + role);
        if (!exists("pg_namespace", "nspname", role)) {
            // Whoever is no superuser must belong to the role to give it something.
            execute("GRANT " + role + " TO CURRENT_USER");
            execute("CREATE SCHEMA " + role + " AUTHORIZATION " + role);
        }
        // Flyway asks for its schema even when it is there, and Postgres checks the right before the existence.
        execute("GRANT CREATE, CONNECT ON DATABASE " + currentDatabase() + " TO " + role);
    }

    /** Makes the role that reads what these roles own, now and later, and sets its password in any case. */
    public void ensureAuditor(String password, Collection<String> owners) throws SQLException {
        login(AUDITOR, password);
        execute("ALTER ROLE " + AUDITOR + " SET default_transaction_read_only = on");
        execute("GRANT CONNECT ON DATABASE " + currentDatabase() + " TO " + AUDITOR);
        for (String owner : owners) {
            execute("GRANT USAGE ON SCHEMA " + owner + " TO " + AUDITOR);
            execute("GRANT SELECT ON ALL TABLES IN SCHEMA " + owner + " TO " + AUDITOR);
            execute("ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " IN SCHEMA " + owner + " GRANT SELECT ON TABLES TO "
                    + AUDITOR);
        }
    }

    /** Forgets everything that the service of {@code role} has stored. */
    public void drop(String role) throws SQLException {
        execute("DROP SCHEMA IF EXISTS " + role + " CASCADE");
    }

    private void login(String role, String password) throws SQLException {
        execute((exists("pg_roles", "rolname", role) ? "ALTER" : "CREATE") + " ROLE " + role + " LOGIN PASSWORD '"
                + password + "'");
    }

    private String currentDatabase() throws SQLException {
        return '"' + admin.getCatalog() + '"';
    }

    private boolean exists(String table, String column, String value) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT 1 FROM " + table + " WHERE " + column + " = '" + value + "'")) {
            return found.next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
