package io.fluxhero.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.LimitCheck;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the limits saw of an entry that they allowed, as it is shown and kept. Percentages are of equity. */
final class EntryFigures {

    private static final double PERCENT = 100;

    private EntryFigures() {}

    /** Exposure and positions count the entry itself; what is reserved and free are as it found them. */
    static Map<String, BigDecimal> of(Decision.Approved entry) {
        LimitCheck seen = Objects.requireNonNull(entry.limits(), "the limits of an entry");
        long exposure = seen.exposureMicros() + seen.reservedMicros() + seen.valueMicros();
        Map<String, BigDecimal> figures = new TreeMap<>();
        money(figures, "value", seen.valueMicros());
        money(figures, "position_limit", seen.positionLimitMicros());
        money(figures, "exposure", exposure);
        money(figures, "reserved", seen.reservedMicros());
        money(figures, "exposure_limit", seen.exposureLimitMicros());
        money(figures, "free_cash", seen.freeCashMicros());
        figures.put("open_positions", BigDecimal.valueOf(seen.positions() + 1L));
        figures.put("positions_limit", BigDecimal.valueOf(seen.positionsLimit()));
        percent(figures, "value_percent", seen.valueMicros(), entry.equityMicros());
        percent(figures, "exposure_percent", exposure, entry.equityMicros());
        return figures;
    }

    private static void money(Map<String, BigDecimal> figures, String name, long micros) {
        figures.put(name, ExplainOrder.plain(Micros.toDecimal(micros)));
    }

    private static void percent(Map<String, BigDecimal> figures, String name, long part, long whole) {
        BigDecimal percent = whole == 0 ? null : ExplainOrder.decimal(Micros.round(PERCENT * part / whole));
        if (percent != null) {
            figures.put(name, percent);
        }
    }
}
