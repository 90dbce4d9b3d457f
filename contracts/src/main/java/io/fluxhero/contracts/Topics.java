package io.fluxhero.contracts;

import java.util.List;

/** Topic names, in the order the money flows, and what their keys are. */
public final class Topics {

    public static final String CANDLES = "candles";
    public static final String INDICATORS = "indicators";
    public static final String SIGNALS = "signals";
    public static final String ORDERS = "orders";
    public static final String FILLS = "fills";
    public static final String RISK_ALERTS = "risk-alerts";
    public static final String PORTFOLIO = "portfolio";

    /** Every topic that the system writes, dead letters aside. */
    public static final List<Topic> ALL = List.of(
            new Topic(CANDLES, Key.SYMBOL, false),
            new Topic(INDICATORS, Key.SYMBOL, false),
            new Topic(SIGNALS, Key.SYMBOL, false),
            new Topic(ORDERS, Key.ACCOUNT, false),
            new Topic(FILLS, Key.ACCOUNT, false),
            new Topic(RISK_ALERTS, Key.ACCOUNT, false),
            new Topic(PORTFOLIO, Key.ACCOUNT, true));

    private Topics() {}

    /** The dead-letter topic of {@code topic}: the bytes as they came, with the reason in the headers. */
    public static String deadLettersOf(String topic) {
        return topic + ".dlq";
    }

    /** What a message key stands for; one key is always in order. */
    public enum Key {
        SYMBOL,
        ACCOUNT
    }

    /**
     * A topic of ours.
     *
     * @param name as on the broker
     * @param key what its messages are keyed by
     * @param compacted whether only the newest message of a key is kept
     */
    public record Topic(String name, Key key, boolean compacted) {}
}
