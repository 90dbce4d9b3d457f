package io.fluxhero.launcher.shell;

import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.indicator.Ema;
import io.fluxhero.engine.indicator.IndicatorColumns;
import io.fluxhero.engine.indicator.IndicatorValues;
import io.fluxhero.engine.indicator.Sma;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.strategy.BarOutcome;
import io.fluxhero.engine.strategy.DualMode;
import io.fluxhero.launcher.run.LoadedBars;
import io.fluxhero.launcher.run.Times;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the strategy measures, bar by bar, unrounded. */
@Command(
        name = "indicators",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints every indicator, the regime and the verdict of each bar as CSV; empty where unknown.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:it failed", "2:an option is wrong", "3:the data or a setting is refused"})
public final class IndicatorsCommand extends ResearchCommand {

    static final String HEADER =
            "timestamp,open,high,low,close,volume,ema20,sma20,rsi14,atr14,plus_di14,minus_di14,adx14,"
                    + "bb_upper,bb_middle,bb_lower,er10,kama,slope50,r2_50,atr_ma50,volatility,regime_raw,regime,verdict";
    private static final int AVERAGE = 20;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write here instead of printing; Parquet where the name ends in .parquet.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        LoadedBars loaded = bars();
        BacktestConfig config = config(loaded);
        if (out == null) {
            write(loaded, config, out());
            return 0;
        }
        TableFile.write(out, loaded.timeframe(), file -> write(loaded, config, file));
        err().println("wrote " + loaded.series().size() + " rows to " + out);
        return 0;
    }

    private static void write(LoadedBars bars, BacktestConfig config, PrintWriter to) {
        CandleSeries series = bars.series();
        IndicatorColumns columns = IndicatorColumns.of(series, config.strategy().indicators());
        DualMode strategy = new DualMode(config.strategy(), bars.timeframe());
        Ema ema = new Ema(AVERAGE);
        Sma sma = new Sma(AVERAGE);
        StringBuilder line = new StringBuilder(HEADER.length() * 2);
        to.print(HEADER + "\n");
        for (int i = 0; i < series.size(); i++) {
            Candle candle = series.candle(i);
            BarOutcome outcome = strategy.onCandle(candle);
            ema.update(candle.close());
            sma.update(candle.close());
            line.setLength(0);
            line.append(Times.text(candle.openTime(), bars.timeframe()));
            append(line, candle.open(), candle.high(), candle.low(), candle.close());
            line.append(',').append(candle.volume());
            append(line, ema.value(), sma.value());
            append(line, columns.at(i));
            line.append(',').append(outcome.volatility()).append(',').append(outcome.rawRegime());
            line.append(',')
                    .append(outcome.regime())
                    .append(',')
                    .append(outcome.verdict().gate())
                    .append('\n');
            to.append(line);
        }
    }

    private static void append(StringBuilder line, IndicatorValues values) {
        append(line, values.rsi(), values.atr(), values.plusDi(), values.minusDi(), values.adx());
        append(line, values.bollingerUpper(), values.bollingerMiddle(), values.bollingerLower());
        append(line, values.efficiencyRatio(), values.kama(), values.slope(), values.rSquared(), values.atrAverage());
    }

    private static void append(StringBuilder line, double... values) {
        for (double value : values) {
            line.append(',');
            if (!Double.isNaN(value)) {
                line.append(value);
            }
        }
    }
}
