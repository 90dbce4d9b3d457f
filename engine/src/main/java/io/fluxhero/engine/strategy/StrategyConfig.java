package io.fluxhero.engine.strategy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Every parameter of the dual-mode strategy, as one value with a hash.
 *
 * @param modes which parts may open positions
 * @param warmUpBars bars before the first signal may be given, counted from the first bar ever seen
 * @param allowShort whether short entries are signalled
 */
public record StrategyConfig(
        Modes modes,
        int warmUpBars,
        boolean allowShort,
        int regressionPeriod,
        double entryBandAtr,
        double exitBandAtr,
        double trendStopAtr,
        double meanReversionStopRatio,
        double rsiOversold,
        double rsiOverbought) {

    private static final int HASH_BYTES = 8;

    /** DUAL switches by regime; the others speak in every regime. */
    public enum Modes {
        DUAL,
        TREND,
        MEAN_REVERSION
    }

    /** The defaults of the domain specification. */
    public static StrategyConfig defaults() {
        return new StrategyConfig(Modes.DUAL, 60, false, 50, 0.5, 0.3, 2.5, 0.03, 30, 70);
    }

    /** First 16 hexadecimal digits of SHA-256 over the parameters in declaration order. */
    public String hash() {
        String parameters = String.join(
                "|",
                modes.name(),
                Integer.toString(warmUpBars),
                Boolean.toString(allowShort),
                Integer.toString(regressionPeriod),
                Double.toString(entryBandAtr),
                Double.toString(exitBandAtr),
                Double.toString(trendStopAtr),
                Double.toString(meanReversionStopRatio),
                Double.toString(rsiOversold),
                Double.toString(rsiOverbought));
        byte[] digest = sha256().digest(parameters.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
