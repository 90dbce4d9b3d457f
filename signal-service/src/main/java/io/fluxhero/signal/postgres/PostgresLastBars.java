package io.fluxhero.signal.postgres;

import io.fluxhero.signal.domain.LastBars;
import io.fluxhero.signal.domain.StrategyKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;

@ApplicationScoped
class PostgresLastBars implements LastBars {

    private static final String SELECT = "SELECT last_bar FROM strategy_instances WHERE symbol = ? AND timeframe = ?";

    private final DataSource database;

    PostgresLastBars(DataSource database) {
        this.database = database;
    }

    @Override
    public OptionalLong of(StrategyKey key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, key.symbol());
            select.setString(2, key.timeframe().code());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getTimestamp(1).getTime()) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the last bar of " + key, e);
        }
    }
}
