package io.fluxhero.launcher.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.StrategyConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run put on record by the rules themselves, then spoilt in one place. */
class StrategyReplayTest {

    private static final Path BARS = Path.of("../market-data-service/src/main/resources/data/SPX-1d.csv");
    private static final int HISTORY = 500;
    private static final StrategyConfig CONFIG = StrategyConfig.defaults();

    private static final List<Candle> PAST = new ArrayList<>();
    private static final List<Recorded<CandleMessage>> CANDLES = new ArrayList<>();
    private static final List<Recorded<IndicatorMessage>> INDICATORS = new ArrayList<>();
    private static final List<Recorded<SignalMessage>> SIGNALS = new ArrayList<>();

    @BeforeAll
    static void records() throws IOException {
        DualMode strategy = new DualMode(CONFIG, Timeframe.D1);
        SignalWords words = new SignalWords(CONFIG.hash());
        List<CandleClosed> bars = bars();
        for (CandleClosed bar : bars.subList(0, HISTORY)) {
            PAST.add(StrategyReplay.candleOf(bar));
            strategy.onCandle(StrategyReplay.candleOf(bar));
        }
        for (CandleClosed bar : bars.subList(HISTORY, bars.size())) {
            var outcome = strategy.onCandle(StrategyReplay.candleOf(bar));
            List<SignalMessage> signals = words.signals(bar, outcome);
            CANDLES.add(new Recorded<>(bar, "candles-0@" + CANDLES.size(), Instant.EPOCH));
            signals.forEach(
                    signal -> SIGNALS.add(new Recorded<>(signal, "signals-0@" + SIGNALS.size(), Instant.EPOCH)));
            INDICATORS.add(new Recorded<>(
                    words.indicators(bar, outcome, signals), "indicators-0@" + INDICATORS.size(), Instant.EPOCH));
        }
    }

    @Test
    void finds_the_run_that_the_rules_made_identical() throws CannotCheck {
        StrategyReplay replay = replay(CONFIG, Window.ALL);

        assertThat(replay.compare(recording(SIGNALS))).isEmpty();
        assertThat(replay.verdicts()).isEqualTo(CANDLES.size());
        assertThat(replay.signals()).isEqualTo(SIGNALS.size()).isGreaterThan(20);
    }

    @Test
    void notices_a_rule_that_is_changed_by_one_step() throws CannotCheck {
        StrategyConfig planted = CONFIG.with("entry-band-atr", "0.51");

        Optional<Difference> difference = replay(planted, Window.ALL).compare(recording(SIGNALS));

        assertThat(difference).isPresent();
        assertThat(difference.get().again()).isNotEqualTo(difference.get().recorded());
    }

    @Test
    void names_field_values_and_offset_of_a_signal_that_was_changed() throws CannotCheck {
        List<Recorded<SignalMessage>> changed = new ArrayList<>(SIGNALS);
        int at = firstEntry();
        EntrySignalled entry = (EntrySignalled) changed.get(at).message();
        changed.set(at, new Recorded<>(withStop(entry, new BigDecimal("0.000001")), "signals-0@" + at, Instant.EPOCH));

        Difference difference =
                replay(CONFIG, Window.ALL).compare(recording(changed)).orElseThrow();

        assertThat(difference.field()).isEqualTo("stopPrice");
        assertThat(difference.recorded()).isEqualTo("0.000001");
        assertThat(new BigDecimal(difference.again())).isEqualByComparingTo(entry.stopPrice());
        assertThat(difference.barTime()).isEqualTo(entry.barTime());
        assertThat(difference.sentence()).contains("signals-0@" + at);
    }

    @Test
    void notices_a_signal_that_is_missing() throws CannotCheck {
        List<Recorded<SignalMessage>> fewer = new ArrayList<>(SIGNALS);
        SignalMessage gone = fewer.remove(firstEntry()).message();

        assertThat(replay(CONFIG, Window.ALL).compare(recording(fewer))).hasValueSatisfying(difference -> {
            assertThat(difference.recorded()).isEqualTo("(none)");
            assertThat(difference.again()).contains(gone.meta().messageId());
        });
    }

    @Test
    void notices_a_signal_that_nobody_gave() throws CannotCheck {
        List<Recorded<SignalMessage>> more = new ArrayList<>(SIGNALS);
        EntrySignalled entry = (EntrySignalled) SIGNALS.get(firstEntry()).message();
        more.add(new Recorded<>(withId(entry, "sig-made-up"), "signals-0@999", Instant.EPOCH));

        assertThat(replay(CONFIG, Window.ALL).compare(recording(more))).hasValueSatisfying(difference -> {
            assertThat(difference.again()).isEqualTo("(none)");
            assertThat(difference.place()).isEqualTo("signals-0@999");
        });
    }

    @Test
    void compares_only_what_lies_in_the_window() throws CannotCheck {
        List<Recorded<SignalMessage>> fewer = new ArrayList<>(SIGNALS);
        Instant gone = HeardSignal.barTimeOf(fewer.removeFirst().message());
        Window after = new Window(gone.plusSeconds(1), Instant.MAX);

        StrategyReplay replay = replay(CONFIG, after);

        assertThat(replay.compare(recording(fewer))).isEmpty();
        assertThat(replay.verdicts()).isLessThan(CANDLES.size()).isPositive();
    }

    @Test
    void leaves_out_bars_that_the_strategy_has_not_answered_yet() throws CannotCheck {
        Recording young =
                new Recording(CANDLES, INDICATORS.subList(0, INDICATORS.size() - 7), SIGNALS, List.of(), List.of());

        StrategyReplay replay = replay(CONFIG, Window.ALL);

        assertThat(replay.compare(young)).isEmpty();
        assertThat(replay.verdicts()).isEqualTo(CANDLES.size() - 7);
    }

    private static StrategyReplay replay(StrategyConfig config, Window window) {
        return new StrategyReplay(config, CONFIG.hash(), (symbol, timeframe, before) -> PAST, window);
    }

    private static Recording recording(List<Recorded<SignalMessage>> signals) {
        return new Recording(CANDLES, INDICATORS, signals, List.of(), List.of());
    }

    private static int firstEntry() {
        for (int i = 0; i < SIGNALS.size(); i++) {
            if (SIGNALS.get(i).message() instanceof EntrySignalled) {
                return i;
            }
        }
        throw new AssertionError("the bars hold no entry");
    }

    private static EntrySignalled withStop(EntrySignalled entry, BigDecimal stop) {
        return copy(entry, entry.meta(), entry.signalId(), stop);
    }

    private static EntrySignalled withId(EntrySignalled entry, String id) {
        Meta meta = new Meta(id, entry.meta().correlationId(), entry.meta().occurredAt());
        return copy(entry, meta, id, entry.stopPrice());
    }

    private static EntrySignalled copy(EntrySignalled entry, Meta meta, String id, BigDecimal stop) {
        return new EntrySignalled(
                meta,
                id,
                entry.symbol(),
                entry.timeframe(),
                entry.barTime(),
                entry.side(),
                entry.mode(),
                entry.price(),
                stop,
                entry.trailingAtrMultiple(),
                entry.targetPrice(),
                entry.averageVolume(),
                entry.sizeFactor(),
                entry.explanation(),
                entry.strategy(),
                entry.configHash());
    }

    private static List<CandleClosed> bars() throws IOException {
        List<CandleClosed> bars = new ArrayList<>();
        for (String line : Files.readAllLines(BARS)) {
            String[] cells = line.split(",");
            if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
                Instant time = Instant.parse(cells[0].length() == 10 ? cells[0] + "T05:00:00Z" : cells[0]);
                String id = Ids.derive("cnd", "SPX", "1d", time, 0);
                bars.add(new CandleClosed(
                        new Meta(id, id, time.plusSeconds(86_400)),
                        "SPX",
                        "1d",
                        time,
                        new BigDecimal(cells[1]),
                        new BigDecimal(cells[2]),
                        new BigDecimal(cells[3]),
                        new BigDecimal(cells[4]),
                        Long.parseLong(cells[5]),
                        "replay",
                        null,
                        null));
            }
        }
        return bars;
    }
}
