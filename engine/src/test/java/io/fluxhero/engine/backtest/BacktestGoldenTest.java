package io.fluxhero.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.StrategyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every trade of three made-up symbols traded together, to the micro. {@code -Dgolden.update=true} rewrites the file; the
 * difference is reviewed.
 */
class BacktestGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/backtest-three-symbols.csv");

    @Test
    void trades_three_symbols_as_recorded() throws IOException {
        TreeMap<String, List<Candle>> market = new TreeMap<>();
        market.put("AAA", Markets.ofTrendsAndRanges(1, 1_500));
        market.put("BBB", Markets.ofTrendsAndRanges(2, 1_500).subList(0, 1_300));
        market.put("CCC", Markets.ofTrendsAndRanges(3, 1_500).subList(200, 1_500));
        BacktestConfig config = new BacktestConfig(
                Timeframe.D1,
                StrategyConfig.defaults(),
                RiskConfig.defaults(),
                CostModel.defaults(),
                Micros.of(100_000.0),
                Markets.day(60),
                0.04);

        List<String> lines = lines(Backtest.run(config, market));

        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, lines);
        }
        assertThat(lines).hasSizeGreaterThan(10).isEqualTo(Files.readAllLines(GOLDEN));
    }

    private static List<String> lines(BacktestResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("symbol,side,mode,entry_time,entry_price,exit_time,exit_price,shares,last_stop,pnl,bars,exit_by");
        for (ClosedTrade trade : result.trades()) {
            lines.add(String.join(
                    ",",
                    trade.symbol(),
                    trade.side().name(),
                    trade.mode().name(),
                    Instant.ofEpochMilli(trade.entryTime()).toString(),
                    Micros.toDecimal(trade.entryPriceMicros()).toPlainString(),
                    Instant.ofEpochMilli(trade.exitTime()).toString(),
                    Micros.toDecimal(trade.exitPriceMicros()).toPlainString(),
                    Long.toString(trade.shares()),
                    Micros.toDecimal(trade.lastStopMicros()).toPlainString(),
                    Micros.toDecimal(trade.pnlMicros()).toPlainString(),
                    Integer.toString(trade.holdingBars()),
                    trade.exitBy().name()));
        }
        lines.add(
                "# final equity " + Micros.toDecimal(Micros.of(result.metrics().finalEquity())));
        return lines;
    }
}
