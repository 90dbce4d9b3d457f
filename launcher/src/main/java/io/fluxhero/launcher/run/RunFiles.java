package io.fluxhero.launcher.run;

import io.fluxhero.engine.backtest.ClosedTrade;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a run: {@code result.json}, {@code trades.csv}, {@code equity.csv}. */
public final class RunFiles {

    public static final String TRADES_HEADER =
            "symbol,side,mode,regime,entry_time,entry_price,exit_time,exit_price,shares,initial_stop,last_stop,pnl,pnl_pct,"
                    + "r_multiple,mae,mfe,commission,slippage,holding_bars,exit_reason,explanation";
    public static final String EQUITY_HEADER = "timestamp,equity,buy_and_hold,drawdown_pct";

    private final Path folder;

    public RunFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes them into the folder, which is made where it is not there. */
    public List<Path> write(BacktestRun run) throws IOException {
        Files.createDirectories(folder);
        Path json = folder.resolve("result.json");
        Files.writeString(json, Json.of(new RunDocument(run).fields()) + "\n");
        return List.of(json, trades(run), equity(run));
    }

    private Path trades(BacktestRun run) throws IOException {
        Path file = folder.resolve("trades.csv");
        Timeframe timeframe = run.bars().timeframe();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.print(TRADES_HEADER + "\n");
            for (ClosedTrade trade : run.result().trades()) {
                double pnl = Micros.toDouble(trade.pnlMicros());
                double cost = Micros.toDouble(trade.entryPriceMicros()) * trade.shares();
                out.print(trade.symbol() + "," + trade.side() + "," + trade.mode() + "," + trade.entryRegime() + ","
                        + Times.text(trade.entryTime(), timeframe) + "," + money(trade.entryPriceMicros()) + ","
                        + Times.text(trade.exitTime(), timeframe) + "," + money(trade.exitPriceMicros()) + ","
                        + trade.shares() + "," + money(trade.initialStopMicros()) + "," + money(trade.lastStopMicros())
                        + "," + money(trade.pnlMicros()) + "," + pnl / cost * 100 + "," + known(trade.rMultiple()) + ","
                        + money(trade.maeMicros()) + "," + money(trade.mfeMicros()) + ","
                        + money(trade.commissionMicros()) + "," + money(trade.slippageMicros()) + ","
                        + trade.holdingBars() + "," + trade.exitReason() + "," + cell(RunDocument.reason(trade))
                        + "\n");
            }
        }
        return file;
    }

    private Path equity(BacktestRun run) throws IOException {
        Path file = folder.resolve("equity.csv");
        long[] times = run.result().times();
        double[] equity = run.result().equity();
        double peak = Double.NEGATIVE_INFINITY;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.print(EQUITY_HEADER + "\n");
            for (int i = 0; i < times.length; i++) {
                peak = Math.max(peak, equity[i]);
                out.print(Times.text(times[i], run.bars().timeframe()) + "," + equity[i] + "," + run.buyAndHold()[i]
                        + "," + (equity[i] - peak) / peak * 100 + "\n");
            }
        }
        return file;
    }

    private static String money(long micros) {
        return Micros.toDecimal(micros).stripTrailingZeros().toPlainString();
    }

    private static String known(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /** RFC 4180: quoted, quotes doubled. */
    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"").replace("\n", " | ") + '"';
    }
}
