package io.fluxhero.signal.postgres;

import io.fluxhero.signal.domain.BarRange;
import io.fluxhero.signal.domain.IndicatorHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads indicator rows as columns; the SQL names are the names that readers see. */
@ApplicationScoped
class IndicatorQueries implements IndicatorHistory {

    private static final String SELECT = "SELECT * FROM ("
            + "SELECT extract(epoch FROM bar_time)::bigint AS time, close, kama, atr, atr_average, rsi, adx, plus_di,"
            + " minus_di, bollinger_upper, bollinger_middle, bollinger_lower, slope, r_squared, efficiency_ratio,"
            + " average_volume, regime, raw_regime, regime_bars, volatility, gate, detail, value, threshold,"
            + " signal_ids, config_hash FROM indicators"
            + " WHERE symbol = ? AND timeframe = ? AND bar_time BETWEEN ? AND ?"
            + " ORDER BY bar_time DESC LIMIT ?) newest ORDER BY time";

    private final DataSource database;

    IndicatorQueries(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<String, List<@Nullable Object>> columns(String symbol, String timeframe, BarRange range) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, symbol);
            select.setString(2, timeframe);
            select.setObject(3, range.from().atOffset(ZoneOffset.UTC));
            select.setObject(4, range.to().atOffset(ZoneOffset.UTC));
            select.setInt(5, range.limit());
            try (ResultSet rows = select.executeQuery()) {
                return columns(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read indicators of " + symbol, e);
        }
    }

    private static Map<String, List<@Nullable Object>> columns(ResultSet rows) throws SQLException {
        ResultSetMetaData names = rows.getMetaData();
        Map<String, List<@Nullable Object>> columns = new LinkedHashMap<>();
        for (int i = 1; i <= names.getColumnCount(); i++) {
            columns.put(names.getColumnLabel(i), new ArrayList<>());
        }
        while (rows.next()) {
            for (Map.Entry<String, List<@Nullable Object>> column : columns.entrySet()) {
                Object value = rows.getObject(column.getKey());
                column.getValue().add(value instanceof Array array ? array.getArray() : value);
            }
        }
        return columns;
    }
}
