package io.fluxhero.launcher.run;

import io.fluxhero.engine.backtest.MarketHistory;
import io.fluxhero.engine.csv.CsvFindings;
import io.fluxhero.engine.market.Adjustments;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.CandleSeries;
import io.fluxhero.engine.market.Timeframe;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * Bars from a file.
 *
 * @param adjustments splits and dividends of unadjusted bars
 * @param tradeFrom open time of the first bar that may be traded, epoch milliseconds; those before it warm up
 */
public record LoadedBars(
        Path file,
        String symbol,
        Timeframe timeframe,
        CandleSeries series,
        Adjustments adjustments,
        long tradeFrom,
        CsvFindings findings) {

    private static final int BYTES_OF_A_BAR = 48;
    private static final int HASH_BYTES = 16;

    /** The same as a backtest takes them. */
    public MarketHistory history() {
        TreeMap<String, CandleSeries> bySymbol = new TreeMap<>();
        bySymbol.put(symbol, series);
        return new MarketHistory(bySymbol, adjustments);
    }

    /** The bars one by one. */
    public List<Candle> candles() {
        List<Candle> candles = new ArrayList<>(series.size());
        for (int i = 0; i < series.size(); i++) {
            candles.add(series.candle(i));
        }
        return candles;
    }

    /** Identity of the bars: the first 32 hexadecimal digits of SHA-256 over their times, prices and volumes. */
    public String dataHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer bar = ByteBuffer.allocate(BYTES_OF_A_BAR);
            for (Candle candle : candles()) {
                bar.clear();
                bar.putLong(candle.openTime()).putDouble(candle.open()).putDouble(candle.high());
                bar.putDouble(candle.low()).putDouble(candle.close()).putLong(candle.volume());
                digest.update(bar.array());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
