package io.fluxhero.risk;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Wire;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the service's schema from outside. */
final class Tables {

    private Tables() {}

    static long count(String query) {
        return query(query, row -> row.getLong(1)).getFirst();
    }

    static String text(String query) {
        return query(query, row -> row.getString(1)).getFirst();
    }

    /** The newest outbox row. */
    static long lastSent() {
        return count("SELECT coalesce(max(id), 0) FROM outbox");
    }

    /** Messages of a topic after {@code since}, as they will be published. */
    static <M extends Message> List<M> sent(String topic, Class<M> type, long since) {
        return query(
                "SELECT value FROM outbox WHERE topic = '" + topic + "' AND id > " + since + " ORDER BY id",
                row -> read(row.getBytes(1), type));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <M extends Message> M read(byte[] value, Class<M> type) {
        try {
            return Wire.read(value, type);
        } catch (IOException e) {
            throw new IllegalStateException("an unreadable message in the outbox", e);
        }
    }

    private static <T> List<T> query(String query, Reader<T> reader) {
        try (Connection connection = EmbeddedPostgresResource.connect("risk");
                PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
