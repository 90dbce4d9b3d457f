package io.fluxhero.launcher.parity;

import io.fluxhero.contracts.fill.BarSettled;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Decides the run of a stack again: first the strategy over the candles, then the account over the fills. */
public final class Parity {

    private static final String HISTORY = "SELECT open_time, open, high, low, close, volume FROM market_data.candles"
            + " WHERE symbol = ? AND timeframe = ? AND open_time < ? ORDER BY open_time";

    private final Connection books;
    private final DecisionSettings claimed;
    private final DecisionSettings used;
    private final Window window;

    /**
     * A comparison that has not begun.
     *
     * @param books of the stack; read only
     * @param claimed what the recorded configuration hashes must stand for
     * @param used what it is decided again by: the same, except where a test plants a change
     * @param from first bar time that is compared
     * @param to last bar time that is compared
     */
    public Parity(Connection books, DecisionSettings claimed, DecisionSettings used, Instant from, Instant to) {
        this.books = books;
        this.claimed = claimed;
        this.used = used;
        this.window = new Window(from, to);
    }

    /** Reads everything and compares. */
    public ParityReport check(String kafka) throws CannotCheck, SQLException {
        return check(Recording.read(kafka));
    }

    ParityReport check(Recording recording) throws CannotCheck, SQLException {
        if (recording.candles().isEmpty() || recording.indicators().isEmpty()) {
            throw new CannotCheck("nothing has been decided yet");
        }
        String strategyHash = oneHash(
                "strategy",
                recording.indicators().stream()
                        .filter(recorded -> recorded.message() instanceof IndicatorsUpdated)
                        .map(recorded -> ((IndicatorsUpdated) recorded.message()).configHash()),
                claimed.strategy().hash());
        StrategyReplay strategy = new StrategyReplay(used.strategy(), strategyHash, this::history, window);
        Optional<Difference> difference = strategy.compare(recording);
        AccountReplay account = new AccountReplay(terms(recording), window);
        if (difference.isEmpty()) {
            difference = account.compare(recording);
        }
        return new ParityReport(
                recording.candles().size(),
                strategy.verdicts(),
                strategy.signals(),
                account.orders(),
                account.denials(),
                account.otherMessages(),
                difference);
    }

    private static String oneHash(String of, Stream<String> recorded, String claimed) throws CannotCheck {
        TreeSet<String> hashes = recorded.collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        if (hashes.size() > 1) {
            throw new CannotCheck("the " + of + " configuration changed during the run: " + hashes);
        }
        if (!hashes.isEmpty() && !hashes.first().equals(claimed)) {
            throw new CannotCheck("the run was decided with " + of + " configuration " + hashes.first()
                    + ", the settings here make " + claimed + ": say with --set what was different");
        }
        return claimed;
    }

    private AccountReplay.Terms terms(Recording recording) throws CannotCheck, SQLException {
        Timeframe timeframe = recording.fills().stream()
                .map(Recorded::message)
                .filter(BarSettled.class::isInstance)
                .map(message -> Timeframe.parse(((BarSettled) message).timeframe()))
                .findFirst()
                .orElseThrow(() -> new CannotCheck("no bar has settled yet"));
        String hash = oneHash(
                "risk",
                recording.orders().stream().flatMap(recorded -> configHashOf(recorded.message())),
                claimed.risk().hash());
        try (Statement statement = books.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT account, (state ->> 'initialCashMicros')::bigint FROM risk.account_state")) {
            if (!row.next()) {
                throw new CannotCheck("there is no account yet");
            }
            String account = row.getString(1);
            return new AccountReplay.Terms(
                    account,
                    timeframe,
                    used.risk(),
                    hash,
                    row.getLong(2),
                    Act.read(books, account),
                    texts("SELECT outcome ->> 'requestId' FROM risk.idempotency_keys"),
                    Set.copyOf(texts("SELECT signal_id FROM risk.decisions WHERE outcome IN ('LATE', 'EXPIRED')")));
        }
    }

    private static Stream<String> configHashOf(OrderMessage message) {
        return message instanceof OrderApproved approved ? Stream.of(approved.configHash()) : Stream.empty();
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = books.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private List<Candle> history(String symbol, Timeframe timeframe, Instant before) throws CannotCheck {
        List<Candle> candles = new ArrayList<>();
        try (PreparedStatement select = books.prepareStatement(HISTORY)) {
            select.setString(1, symbol);
            select.setString(2, timeframe.code());
            select.setObject(3, before.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    candles.add(new Candle(
                            row.getObject(1, java.time.OffsetDateTime.class)
                                    .toInstant()
                                    .toEpochMilli(),
                            row.getBigDecimal(2).doubleValue(),
                            row.getBigDecimal(3).doubleValue(),
                            row.getBigDecimal(4).doubleValue(),
                            row.getBigDecimal(5).doubleValue(),
                            row.getLong(6)));
                }
            }
        } catch (SQLException e) {
            throw new CannotCheck("the history of " + symbol + " cannot be read: " + e.getMessage(), e);
        }
        return candles;
    }
}
