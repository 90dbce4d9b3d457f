package io.fluxhero.signal;

import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the service's schema from outside. */
final class Tables {

    private Tables() {}

    static void execute(String sql) throws SQLException {
        try (Connection connection = EmbeddedPostgresResource.connect("signals");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    static long count(String sql) throws SQLException {
        return Long.parseLong(column(sql).getFirst());
    }

    static List<String> column(String sql) throws SQLException {
        try (Connection connection = EmbeddedPostgresResource.connect("signals");
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static List<byte[]> outbox(String topic, String symbol) throws SQLException {
        try (Connection connection = EmbeddedPostgresResource.connect("signals");
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT value FROM outbox WHERE topic = ? AND key = ? ORDER BY id")) {
            statement.setString(1, topic);
            statement.setString(2, symbol);
            List<byte[]> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getBytes(1));
                }
            }
            return values;
        }
    }
}
