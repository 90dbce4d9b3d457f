package io.fluxhero.execution;

import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.outbox.testing.EmbeddedPostgresResource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database from outside. */
public final class Tables {

    private Tables() {}

    public static void empty() throws SQLException {
        try (Connection connection = EmbeddedPostgresResource.connect("execution");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "TRUNCATE accounts, orders, order_events, fills, positions, trades, flatten_requests,"
                            + " bar_queue, marks, stop_moves, fences, discrepancies, external_positions, paper_orders,"
                            + " paper_account, paper_executions, paper_events, paper_bars, paper_cash_movements, cash_movements, outbox, inbox CASCADE");
        }
    }

    static List<String> strings(String sql) {
        try (Connection connection = EmbeddedPostgresResource.connect("execution");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static boolean hasTakenIn(String messageId) {
        return !strings("SELECT 1 FROM inbox WHERE message_id = '" + messageId + "'")
                .isEmpty();
    }

    /** Types of what left on {@code fills}, first to last, without the steps on the way. */
    static List<String> sentTypes() {
        return strings("SELECT type FROM outbox WHERE topic = 'fills' AND type <> 'order-state-changed' ORDER BY id");
    }

    static List<FillMessage> sent() {
        return strings("SELECT encode(value, 'escape') FROM outbox"
                        + " WHERE topic = 'fills' AND type <> 'order-state-changed' ORDER BY id")
                .stream()
                .map(Tables::read)
                .toList();
    }

    private static FillMessage read(String json) {
        try {
            return Wire.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), FillMessage.class);
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
