package io.fluxhero.risk.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.risk.TradingStatus;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.ModeWeights;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.risk.domain.bar.Bars;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static final List<TradingStatus> STATUSES = List.of(TradingStatus.values());

    private static final int TRIES = 500;

    @Test
    void any_account_state_comes_back_equal() {
        Random random = new Random(42);
        for (int i = 0; i < TRIES; i++) {
            AccountState state = anyState(random);

            assertThat(Json.read(Json.write(state), AccountState.class))
                    .as("try %d", i)
                    .isEqualTo(state);
        }
    }

    @Test
    void signals_come_back_equal_with_what_is_unknown() {
        Signal entry = Bars.longEntry(420.5, 415.123457);
        Signal exit = Bars.longExit(420.5);

        assertThat(Json.read(Json.write(entry), Signal.Entry.class)).isEqualTo(entry);
        assertThat(Json.read(Json.write(exit), Signal.Exit.class)).isEqualTo(exit);
    }

    @Test
    void a_state_with_a_part_missing_is_refused() {
        String whole = Json.write(anyState(new Random(1)));
        String torn = whole.replaceFirst("\"cashMicros\":-?\\d+,", "");

        assertThat(torn).isNotEqualTo(whole);
        assertThatIllegalStateException()
                .isThrownBy(() -> Json.read(torn, AccountState.class))
                .withMessageContaining("AccountState");
    }

    private static AccountState anyState(Random random) {
        TreeMap<String, Long> marks = new TreeMap<>();
        for (String symbol : List.of("SPX", "A", "BRK.B", "^VIX").subList(0, random.nextInt(5))) {
            marks.put(symbol, random.nextLong());
        }
        return new AccountState(
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextBoolean() ? Long.MIN_VALUE : random.nextInt(),
                random.nextLong(),
                random.nextLong(),
                random.nextInt(3),
                STATUSES.get(random.nextInt(STATUSES.size())),
                random.nextBoolean() ? null : "DRAWDOWN",
                random.nextBoolean() ? null : "a \"reason\" with ünïcode\n",
                random.nextBoolean() ? List.of() : List.of(anyPosition(random), anyPosition(random)),
                random.nextBoolean() ? List.of() : List.of(anyTicket(random)),
                marks,
                anyCloses(random),
                random.nextBoolean(),
                ModeWeights.full().closed(Mode.TREND, random.nextGaussian(), 1 + random.nextDouble()),
                random.nextBoolean()
                        ? Map.of()
                        : Map.of("GLD", new AccountState.External(random.nextLong(), random.nextLong())));
    }

    private static Map<String, AccountState.Closes> anyCloses(Random random) {
        Map<String, AccountState.Closes> closes = new TreeMap<>();
        for (String symbol : List.of("SPX", "A", "BRK.B", "^VIX").subList(0, random.nextInt(5))) {
            List<Long> times = random.longs(random.nextInt(61)).boxed().toList();
            closes.put(symbol, new AccountState.Closes(times, times.reversed()));
        }
        return closes;
    }

    private static AccountState.Position anyPosition(Random random) {
        return new AccountState.Position(
                "SPX",
                random.nextBoolean() ? Side.LONG : Side.SHORT,
                random.nextBoolean() ? null : Mode.TREND,
                "ord-1",
                random.nextBoolean() ? null : "sig-1",
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                anyNumber(random),
                random.nextLong(),
                random.nextBoolean(),
                random.nextInt(),
                random.nextInt(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong());
    }

    private static Ticket anyTicket(Random random) {
        return new Ticket(
                "ord-2",
                random.nextBoolean() ? null : "sig-2",
                "SPX",
                random.nextLong(),
                Intent.ENTRY,
                Side.LONG,
                random.nextBoolean() ? null : Mode.NEUTRAL,
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                anyNumber(random),
                anyNumber(random),
                random.nextLong(),
                anyTerms(random),
                random.nextInt());
    }

    private static OrderTerms anyTerms(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> OrderTerms.MARKET;
            case 1 -> OrderTerms.limit(1 + random.nextInt(1_000_000)).forTheDay();
            default -> OrderTerms.stopLimit(1 + random.nextInt(1_000_000), 1 + random.nextInt(1_000_000));
        };
    }

    private static double anyNumber(Random random) {
        return random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian() * Math.pow(10, random.nextInt(24) - 8);
    }
}
