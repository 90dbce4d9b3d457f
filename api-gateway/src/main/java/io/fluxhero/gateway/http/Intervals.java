package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.Interval;
import java.util.List;

/** Bar lengths of the contract (spec a.2). */
final class Intervals {
    static final List<Interval> ALL = List.of(
            new Interval("1m", "1 minute", 60, 7, true),
            new Interval("5m", "5 minutes", 300, 60, true),
            new Interval("15m", "15 minutes", 900, 60, true),
            new Interval("30m", "30 minutes", 1_800, 60, true),
            new Interval("1h", "1 hour", 3_600, 730, true),
            new Interval("2h", "2 hours", 7_200, 730, false),
            new Interval("4h", "4 hours", 14_400, 730, false),
            new Interval("1d", "1 day", 86_400, 36_500, true),
            new Interval("1wk", "1 week", 604_800, 36_500, true));

    private Intervals() {}
}
