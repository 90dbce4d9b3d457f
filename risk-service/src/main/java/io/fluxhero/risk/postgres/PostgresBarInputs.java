package io.fluxhero.risk.postgres;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.outbox.Gathered;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.bar.BarBoard;
import io.fluxhero.risk.domain.bar.BarInput;
import io.fluxhero.risk.domain.bar.BarInputs;
import io.fluxhero.risk.domain.bar.ReceivedSignal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Parts of bars, in plain SQL: this is the path of every bar, and each statement on it counts. */
@ApplicationScoped
class PostgresBarInputs implements BarInputs {

    private static final String SETTLED = "INSERT INTO bar_inputs"
            + " (bar_time, symbol, timeframe, correlation_id, close, settled_at) VALUES (?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (bar_time, symbol)"
            + " DO UPDATE SET close = excluded.close, settled_at = excluded.settled_at";
    private static final String INDICATED = "INSERT INTO bar_inputs"
            + " (bar_time, symbol, timeframe, correlation_id, indicated, atr, signal_ids)"
            + " VALUES (?, ?, ?, ?, true, ?, ?) ON CONFLICT (bar_time, symbol)"
            + " DO UPDATE SET indicated = true, atr = excluded.atr, signal_ids = excluded.signal_ids";
    private static final String SIGNALLED = "INSERT INTO signals"
            + " (signal_id, symbol, bar_time, kind, correlation_id, signal) VALUES (?, ?, ?, ?, ?, ?::jsonb)"
            + " ON CONFLICT (signal_id) DO NOTHING";
    private static final String ANY_SETTLED = "SELECT 1 FROM bar_inputs WHERE close IS NOT NULL LIMIT 1";
    private static final String OLDEST =
            "SELECT bar_time, symbol, timeframe, correlation_id, close, settled_at, indicated, atr, signal_ids"
                    + " FROM bar_inputs"
                    + " WHERE bar_time = (SELECT min(bar_time) FROM bar_inputs WHERE close IS NOT NULL)";
    private static final String NEWEST = "SELECT symbol, bar_time FROM unnest(?) AS asked(symbol) CROSS JOIN LATERAL"
            + " (SELECT max(bar_time) AS bar_time FROM bar_inputs"
            + " WHERE bar_inputs.symbol = asked.symbol AND indicated) AS newest WHERE bar_time IS NOT NULL";
    private static final String SIGNALS = "SELECT signal_id, symbol, bar_time, kind, correlation_id, signal"
            + " FROM signals WHERE signal_id = ANY (?)";
    private static final String SIGNALS_OF_BARS = "SELECT signal_id, symbol, bar_time, kind, correlation_id, signal"
            + " FROM signals WHERE bar_time > ? AND bar_time <= ? ORDER BY bar_time, signal_id";
    private static final String FORGET = "DELETE FROM bar_inputs WHERE bar_time <= ?";

    private final Sql sql;
    private final SortedSet<String> watched;
    private final Gathered<@Nullable Object[]> settled;
    private final Gathered<@Nullable Object[]> indicated;

    PostgresBarInputs(Sql sql, RiskSettings settings, TransactionSynchronizationRegistry transaction) {
        this.sql = sql;
        this.watched = settings.symbols();
        this.settled = new Gathered<>(transaction, rows -> sql.updateAll(SETTLED, rows));
        this.indicated = new Gathered<>(transaction, rows -> sql.updateAll(INDICATED, rows));
    }

    @Override
    public void settled(Bar bar, double close, Instant now) {
        settled.add(new @Nullable Object[] {
            utc(bar.barTime()), bar.symbol(), bar.timeframe(), bar.correlationId(), decimal(close), utc(now)
        });
    }

    @Override
    public void indicated(Bar bar, double atr, List<String> signalIds) {
        indicated.add(new @Nullable Object[] {
            utc(bar.barTime()),
            bar.symbol(),
            bar.timeframe(),
            bar.correlationId(),
            decimal(atr),
            signalIds.toArray(String[]::new)
        });
    }

    @Override
    public void signalled(ReceivedSignal signal) {
        sql.update(
                SIGNALLED,
                signal.signalId(),
                signal.symbol(),
                utc(signal.barTime()),
                signal.signal() instanceof Signal.Entry ? "ENTRY" : "EXIT",
                signal.correlationId(),
                Json.write(signal.signal()));
    }

    @Override
    public boolean anySettled() {
        flush();
        return !sql.query(ANY_SETTLED, row -> true).isEmpty();
    }

    @Override
    public Optional<BarBoard> oldestSettled() {
        flush();
        List<Part> parts = sql.query(OLDEST, PostgresBarInputs::part);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, BarInput> inputs = new HashMap<>();
        parts.forEach(part -> inputs.put(part.input().symbol(), withSignals(part.input())));
        Instant barTime = parts.getFirst().barTime();
        Instant firstSettledAt = parts.stream()
                .flatMap(part -> part.settledAt().stream())
                .min(Instant::compareTo)
                .orElse(barTime);
        return Optional.of(new BarBoard(barTime, firstSettledAt, inputs, newestIndicated(inputs)));
    }

    @Override
    public Optional<ReceivedSignal> signal(String signalId) {
        return signals(List.of(signalId)).stream().findFirst();
    }

    @Override
    public List<ReceivedSignal> signals(@Nullable Instant after, Instant upTo) {
        OffsetDateTime since = after == null ? OffsetDateTime.MIN : utc(after);
        return sql.query(SIGNALS_OF_BARS, PostgresBarInputs::received, since, utc(upTo));
    }

    @Override
    public void forgetUpTo(Instant barTime) {
        flush();
        sql.update(FORGET, utc(barTime));
    }

    private void flush() {
        settled.flush();
        indicated.flush();
    }

    /** Asked only for symbols that have not answered this bar: mostly for none. */
    private Map<String, Instant> newestIndicated(Map<String, BarInput> inputs) {
        String[] silent = watched.stream()
                .filter(symbol ->
                        !inputs.containsKey(symbol) || !inputs.get(symbol).indicated())
                .toArray(String[]::new);
        Map<String, Instant> newest = new HashMap<>();
        if (silent.length > 0) {
            sql.query(NEWEST, row -> newest.put(row.getString(1), instant(row, 2)), (Object) silent);
        }
        return newest;
    }

    private BarInput withSignals(BarInput input) {
        if (input.signalIds().isEmpty()) {
            return input;
        }
        return new BarInput(
                input.symbol(),
                input.timeframe(),
                input.correlationId(),
                input.close(),
                input.indicated(),
                input.atr(),
                input.signalIds(),
                signals(input.signalIds()));
    }

    private List<ReceivedSignal> signals(List<String> ids) {
        return sql.query(SIGNALS, PostgresBarInputs::received, (Object) ids.toArray(String[]::new));
    }

    /** One row. */
    private record Part(Instant barTime, Optional<Instant> settledAt, BarInput input) {}

    private static Part part(ResultSet row) throws SQLException {
        BigDecimal close = row.getBigDecimal("close");
        BigDecimal atr = row.getBigDecimal("atr");
        return new Part(
                instant(row, 1),
                Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new BarInput(
                        row.getString("symbol"),
                        row.getString("timeframe"),
                        row.getString("correlation_id"),
                        close == null ? OptionalDouble.empty() : OptionalDouble.of(close.doubleValue()),
                        row.getBoolean("indicated"),
                        atr == null ? Double.NaN : atr.doubleValue(),
                        List.of((String[]) row.getArray("signal_ids").getArray()),
                        List.of()));
    }

    private static ReceivedSignal received(ResultSet row) throws SQLException {
        Class<? extends Signal> kind = row.getString("kind").equals("ENTRY") ? Signal.Entry.class : Signal.Exit.class;
        return new ReceivedSignal(
                row.getString("signal_id"),
                row.getString("symbol"),
                instant(row, 3),
                row.getString("correlation_id"),
                Json.read(row.getString("signal"), kind));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isNaN(value) ? null : Micros.toDecimal(Micros.of(value));
    }
}
