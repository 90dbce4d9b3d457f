package io.fluxhero.engine.market;

/** Length of a bar. */
public enum Timeframe {
    M1("1m", 60, 98_280),
    M5("5m", 300, 19_656),
    M15("15m", 900, 6_552),
    M30("30m", 1_800, 3_276),
    H1("1h", 3_600, 1_638),
    H2("2h", 7_200, 819),
    H4("4h", 14_400, 409.5),
    D1("1d", 86_400, 252),
    W1("1wk", 604_800, 52);

    private final String code;
    private final long seconds;
    private final double periodsPerYear;

    Timeframe(String code, long seconds, double periodsPerYear) {
        this.code = code;
        this.seconds = seconds;
        this.periodsPerYear = periodsPerYear;
    }

    /** The code that people and messages use, for example {@code 1d}. */
    public String code() {
        return code;
    }

    /** Nominal length in seconds. */
    public long seconds() {
        return seconds;
    }

    /** Bars in a year of US equities: 252 days of 390 minutes. */
    public double periodsPerYear() {
        return periodsPerYear;
    }

    /**
     * The timeframe of a code.
     *
     * @throws IllegalArgumentException naming the codes there are, where {@code code} is none of them
     */
    public static Timeframe parse(String code) {
        for (Timeframe timeframe : values()) {
            if (timeframe.code.equals(code)) {
                return timeframe;
            }
        }
        throw new IllegalArgumentException(
                "unknown timeframe '" + code + "': one of 1m, 5m, 15m, 30m, 1h, 2h, 4h, 1d, 1wk");
    }
}
