package io.fluxhero.signal.postgres;

import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.signal.domain.SignalFilter;
import io.fluxhero.signal.domain.SignalHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

@ApplicationScoped
class SignalQueries implements SignalHistory {

    private static final String SELECT = "SELECT message::text FROM signals"
            + " WHERE (?::text IS NULL OR symbol = ?) AND (?::text IS NULL OR signal_type = ?) AND bar_time < ?"
            + " ORDER BY bar_time DESC, seq DESC LIMIT ?";
    private static final String SELECT_ONE = "SELECT message::text FROM signals WHERE signal_id = ?";

    private final DataSource database;

    SignalQueries(DataSource database) {
        this.database = database;
    }

    @Override
    public List<SignalMessage> newest(SignalFilter filter) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, filter.symbol());
            select.setString(2, filter.symbol());
            select.setString(3, filter.type());
            select.setString(4, filter.type());
            select.setObject(5, filter.before().atOffset(ZoneOffset.UTC));
            select.setInt(6, filter.limit());
            return messages(select);
        } catch (SQLException e) {
            throw new IllegalStateException("could not read signals", e);
        }
    }

    @Override
    public Optional<SignalMessage> byId(String signalId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT_ONE)) {
            select.setString(1, signalId);
            return messages(select).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("could not read signal " + signalId, e);
        }
    }

    private static List<SignalMessage> messages(PreparedStatement select) throws SQLException {
        List<SignalMessage> messages = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                messages.add(message(row.getString(1)));
            }
        }
        return messages;
    }

    private static SignalMessage message(String json) {
        try {
            return Wire.read(json.getBytes(StandardCharsets.UTF_8), SignalMessage.class);
        } catch (IOException e) {
            throw new IllegalStateException("a stored signal is always readable: " + json, e);
        }
    }
}
