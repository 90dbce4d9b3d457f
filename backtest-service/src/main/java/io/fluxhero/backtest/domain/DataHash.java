package io.fluxhero.backtest.domain;

import io.fluxhero.engine.market.Candle;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** Identity of the bars that a run saw. */
final class DataHash {

    private static final int BYTES_OF_A_BAR = 48;
    private static final int BYTES = 16;

    private DataHash() {}

    static String of(List<Candle> candles) {
        return of(List.of(candles));
    }

    /** Identity of the bars of several symbols, in their order. */
    static String of(Collection<List<Candle>> columns) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer bar = ByteBuffer.allocate(BYTES_OF_A_BAR);
            columns.forEach(candles -> candles.forEach(candle -> {
                bar.clear();
                bar.putLong(candle.openTime()).putDouble(candle.open()).putDouble(candle.high());
                bar.putDouble(candle.low()).putDouble(candle.close()).putLong(candle.volume());
                digest.update(bar.array());
            }));
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
