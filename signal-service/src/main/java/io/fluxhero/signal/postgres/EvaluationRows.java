package io.fluxhero.signal.postgres;

import io.fluxhero.contracts.Wire;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.signal.domain.Evaluation;
import io.fluxhero.signal.domain.StrategyKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluations as rows. */
final class EvaluationRows {

    private static final String INSERT_SIGNAL = "INSERT INTO signals"
            + " (signal_id, symbol, timeframe, bar_time, signal_type, message) VALUES (?, ?, ?, ?, ?, ?::jsonb)";
    private static final String INSERT_INDICATORS = "INSERT INTO indicators (symbol, timeframe, bar_time, close, kama,"
            + " atr, atr_average, rsi, adx, plus_di, minus_di, bollinger_upper, bollinger_middle, bollinger_lower,"
            + " slope, r_squared, efficiency_ratio, average_volume, regime, raw_regime, regime_bars, volatility, gate,"
            + " detail, value, threshold, signal_ids, config_hash)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String MOVE_INSTANCE = "INSERT INTO strategy_instances (symbol, timeframe, last_bar)"
            + " VALUES (?, ?, ?)"
            + " ON CONFLICT (symbol, timeframe) DO UPDATE SET last_bar = excluded.last_bar";

    private EvaluationRows() {}

    static void insert(Connection connection, List<Evaluation> evaluations) throws SQLException {
        insertSignals(connection, evaluations);
        insertIndicators(connection, evaluations);
        moveInstances(connection, evaluations);
    }

    private static void insertSignals(Connection connection, List<Evaluation> evaluations) throws SQLException {
        List<SignalMessage> signals =
                evaluations.stream().flatMap(one -> one.signals().stream()).toList();
        if (signals.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_SIGNAL)) {
            for (SignalMessage signal : signals) {
                switch (signal) {
                    case EntrySignalled entry ->
                        bind(
                                insert,
                                entry.signalId(),
                                entry.symbol(),
                                entry.timeframe(),
                                utc(entry.barTime()),
                                entry.explanation().signalType(),
                                json(entry));
                    case ExitSignalled exit ->
                        bind(
                                insert,
                                exit.signalId(),
                                exit.symbol(),
                                exit.timeframe(),
                                utc(exit.barTime()),
                                exit.explanation().signalType(),
                                json(exit));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertIndicators(Connection connection, List<Evaluation> evaluations) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_INDICATORS)) {
            for (Evaluation evaluation : evaluations) {
                bind(insert, columnsOf(connection, evaluation.indicators()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @Nullable Object[] columnsOf(Connection connection, IndicatorsUpdated bar) throws SQLException {
        return new @Nullable Object[] {
            bar.symbol(),
            bar.timeframe(),
            utc(bar.barTime()),
            bar.close(),
            bar.kama(),
            bar.atr(),
            bar.atrAverage(),
            bar.rsi(),
            bar.adx(),
            bar.plusDi(),
            bar.minusDi(),
            bar.bollingerUpper(),
            bar.bollingerMiddle(),
            bar.bollingerLower(),
            bar.slope(),
            bar.rSquared(),
            bar.efficiencyRatio(),
            bar.averageVolume(),
            bar.regime(),
            bar.rawRegime(),
            bar.regimeBars(),
            bar.volatility(),
            bar.verdict().gate(),
            bar.verdict().detail(),
            bar.verdict().value(),
            bar.verdict().threshold(),
            connection.createArrayOf("text", bar.verdict().signalIds().toArray()),
            bar.configHash()
        };
    }

    private static void moveInstances(Connection connection, List<Evaluation> evaluations) throws SQLException {
        Map<StrategyKey, Instant> newest = new HashMap<>();
        evaluations.forEach(one -> newest.put(one.key(), one.indicators().barTime()));
        try (PreparedStatement move = connection.prepareStatement(MOVE_INSTANCE)) {
            for (Map.Entry<StrategyKey, Instant> instance : newest.entrySet()) {
                StrategyKey key = instance.getKey();
                bind(move, key.symbol(), key.timeframe().code(), utc(instance.getValue()));
                move.addBatch();
            }
            move.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String json(SignalMessage signal) {
        return new String(Wire.write(signal), StandardCharsets.UTF_8);
    }
}
