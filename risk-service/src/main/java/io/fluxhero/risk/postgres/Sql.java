package io.fluxhero.risk.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs one statement on the connection of the current transaction. */
@ApplicationScoped
class Sql {

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Makes a value of the current row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    int update(String statement, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = prepared(connection, statement, parameters)) {
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("could not run: " + statement, e);
        }
    }

    /** The same statement for many rows, in one round trip. */
    void updateAll(String statement, List<@Nullable Object[]> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            for (@Nullable Object[] row : rows) {
                bind(connection, update, row);
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("could not run: " + statement, e);
        }
    }

    <T> List<T> query(String statement, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepared(connection, statement, parameters);
                ResultSet row = select.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("could not run: " + statement, e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String statement, @Nullable Object[] parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        bind(connection, prepared, parameters);
        return prepared;
    }

    private static void bind(Connection connection, PreparedStatement prepared, @Nullable Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter instanceof String[] texts) {
                prepared.setArray(i + 1, connection.createArrayOf("text", texts));
            } else if (parameter == null) {
                prepared.setNull(i + 1, java.sql.Types.NUMERIC);
            } else {
                prepared.setObject(i + 1, parameter);
            }
        }
    }
}
