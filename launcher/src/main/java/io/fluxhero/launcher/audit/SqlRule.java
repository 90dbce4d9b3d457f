package io.fluxhero.launcher.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule in SQL, where money is {@code numeric} and therefore exact.
 *
 * @param population query of one number: how many things are checked
 * @param offenders query of one text a violation: which thing, with the figures that disagree
 * @param underWay query of one number: how many messages are between two services
 */
record SqlRule(String invariant, String claim, String population, String offenders, String underWay) implements Rule {

    static final int DETAILS = 5;

    private static final int BATCH = 1_000;
    private static final String NOTHING = "SELECT 0";

    SqlRule(String invariant, String claim, String population, String offenders) {
        this(invariant, claim, population, offenders, NOTHING);
    }

    @Override
    public Finding on(Connection snapshot) throws SQLException {
        List<String> details = new ArrayList<>();
        long violations = 0;
        try (Statement statement = snapshot.createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet row = statement.executeQuery(offenders)) {
                while (row.next()) {
                    if (violations++ < DETAILS) {
                        details.add(row.getString(1));
                    }
                }
            }
        }
        return new Finding(
                invariant, claim, number(snapshot, population), violations, details, number(snapshot, underWay));
    }

    private static long number(Connection snapshot, String query) throws SQLException {
        try (Statement statement = snapshot.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
