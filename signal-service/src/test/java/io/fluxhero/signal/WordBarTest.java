package io.fluxhero.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.strategy.BarOutcome;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.engine.strategy.StrategyConfig.Modes;
import io.fluxhero.signal.domain.StrategyKey;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordBarTest {

    private static final StrategyConfig TREND = StrategyConfig.defaults()
            .withModes(Modes.TREND)
            .with("volume-rule", "off")
            .with("breakout-rule", "off");
    private static final Instant FIRST = Instant.parse("2024-06-03T00:30:00Z");
    private static final int QUIET = 20 * 12;

    @Test
    void an_entry_in_a_volatility_spike_wants_less_of_the_size_and_says_why() {
        EntrySignalled entry = entry(TREND);

        assertThat(entry.sizeFactor()).isEqualByComparingTo("0.7");
        assertThat(entry.explanation().formattedReason()).contains("volatility spike", "size ×0.7");
    }

    @Test
    void any_other_entry_says_nothing_of_its_size() {
        assertThat(entry(TREND.with("spike-rule", "off")).sizeFactor()).isNull();
    }

    /** After hours in which nothing moved. */
    private static EntrySignalled entry(StrategyConfig config) {
        DualMode strategy = new DualMode(config, Timeframe.M5);
        for (int i = 0; i < QUIET; i++) {
            strategy.onCandle(new Candle(timeOf(i).toEpochMilli(), 100, 100.5, 99.5, 100, 1_000));
        }
        BarOutcome outcome = strategy.onCandle(new Candle(timeOf(QUIET).toEpochMilli(), 100, 103.5, 99.5, 103, 1_000));
        CandleClosed bar = new CandleClosed(
                new Meta("cnd", "cnd", timeOf(QUIET + 1)),
                "SPY",
                "5m",
                timeOf(QUIET),
                new BigDecimal("100"),
                new BigDecimal("103.5"),
                new BigDecimal("99.5"),
                new BigDecimal("103"),
                1_000,
                "replay",
                QUIET,
                QUIET + 1);
        return (EntrySignalled) new WordBar(config.hash())
                .evaluation(new StrategyKey("SPY", Timeframe.M5), bar, outcome)
                .signals()
                .getFirst();
    }

    private static Instant timeOf(int bar) {
        return FIRST.plusSeconds(bar * Timeframe.M5.seconds());
    }
}
