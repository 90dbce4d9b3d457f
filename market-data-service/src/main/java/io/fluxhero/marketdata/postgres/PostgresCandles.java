package io.fluxhero.marketdata.postgres;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.marketdata.domain.Candles;
import io.fluxhero.marketdata.domain.FeedBar;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Plain SQL: bars come and go by the hundred, and nobody edits one. */
@ApplicationScoped
class PostgresCandles implements Candles {

    private static final String INSERT = "INSERT INTO candles"
            + " (symbol, timeframe, open_time, open, high, low, close, volume) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT open_time, open, high, low, close, volume FROM candles"
            + " WHERE symbol = ? AND timeframe = ? AND open_time BETWEEN ? AND ? ORDER BY open_time DESC LIMIT ?";
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private final DataSource database;

    PostgresCandles(DataSource database) {
        this.database = database;
    }

    @Override
    public void append(List<FeedBar> bars) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (FeedBar bar : bars) {
                Candle candle = bar.candle();
                insert.setString(1, bar.symbol());
                insert.setString(2, bar.timeframe().code());
                insert.setTimestamp(3, Timestamp.from(Instant.ofEpochMilli(candle.openTime())));
                insert.setBigDecimal(4, decimal(candle.open()));
                insert.setBigDecimal(5, decimal(candle.high()));
                insert.setBigDecimal(6, decimal(candle.low()));
                insert.setBigDecimal(7, decimal(candle.close()));
                insert.setLong(8, candle.volume());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("could not store " + bars.size() + " bars", e);
        }
    }

    @Override
    public Optional<Candle> newest(String symbol, Timeframe timeframe) {
        return between(symbol, timeframe, EARLIEST, LATEST, 1).stream().findFirst();
    }

    @Override
    public List<Candle> between(String symbol, Timeframe timeframe, Instant from, Instant to, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, symbol);
            select.setString(2, timeframe.code());
            select.setTimestamp(3, Timestamp.from(from));
            select.setTimestamp(4, Timestamp.from(to));
            select.setInt(5, limit);
            List<Candle> newestFirst = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    newestFirst.add(candleIn(row));
                }
            }
            Collections.reverse(newestFirst);
            return newestFirst;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the bars of " + symbol, e);
        }
    }

    private static Candle candleIn(ResultSet row) throws SQLException {
        return new Candle(
                row.getTimestamp(1).getTime(),
                row.getBigDecimal(2).doubleValue(),
                row.getBigDecimal(3).doubleValue(),
                row.getBigDecimal(4).doubleValue(),
                row.getBigDecimal(5).doubleValue(),
                row.getLong(6));
    }

    private static BigDecimal decimal(double price) {
        return Micros.toDecimal(Micros.of(price));
    }
}
