package io.fluxhero.marketdata.domain;

import io.fluxhero.engine.market.Candle;
import io.fluxhero.engine.market.Micros;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** A fingerprint of a series that grows with it: each bar is hashed together with the fingerprint before it. */
public final class DataHash {

    /** The fingerprint of a series without bars. */
    public static final String OF_NOTHING = "0".repeat(64);

    private final MessageDigest digest;
    private String value;

    /** Goes on from the fingerprint of the bars so far. */
    public DataHash(String value) {
        this.value = Objects.requireNonNull(value, "value");
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes one more bar in. */
    public void update(Candle candle) {
        String line = value + "," + candle.openTime() + "," + Micros.of(candle.open()) + "," + Micros.of(candle.high())
                + "," + Micros.of(candle.low()) + "," + Micros.of(candle.close()) + "," + candle.volume();
        value = HexFormat.of().formatHex(digest.digest(line.getBytes(StandardCharsets.US_ASCII)));
    }

    /** 64 hexadecimal digits. */
    public String value() {
        return value;
    }
}
