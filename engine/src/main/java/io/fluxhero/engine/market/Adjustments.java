package io.fluxhero.engine.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table of splits and dividends, by symbol and day. */
public final class Adjustments {

    private static final Adjustments NONE = new Adjustments(List.of());

    private final Map<String, List<CorporateAction>> actions = new TreeMap<>();

    private Adjustments(List<CorporateAction> all) {
        for (CorporateAction action : all) {
            actions.computeIfAbsent(action.symbol(), symbol -> new ArrayList<>())
                    .add(action);
        }
        actions.values().forEach(list -> list.sort(Comparator.comparingLong(CorporateAction::exDay)));
    }

    /** An empty table. */
    public static Adjustments none() {
        return NONE;
    }

    /** A table of these, in any order. */
    public static Adjustments of(List<CorporateAction> actions) {
        return new Adjustments(List.copyOf(actions));
    }

    /**
     * The table behind a factor file of the LEAN form: lines {@code yyyyMMdd,price factor,split factor,close}, rising in
     * time, each valid up to its date. Between two rows the shares went without a dividend of
     * {@code close × (1 − price factor / next price factor)}, in money of the close, or were split.
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static Adjustments parseFactors(String symbol, List<String> lines) {
        List<CorporateAction> found = new ArrayList<>();
        double[] before = null;
        for (String line : lines) {
            if (line.isBlank()) {
                continue;
            }
            double[] row = factors(line);
            if (before != null && before[3] > 0) {
                double split = row[2] / before[2];
                double dividend = Math.max(0, before[3] * (1 - before[1] / row[1]) / split);
                if (split != 1 || dividend > 0) {
                    found.add(new CorporateAction(symbol, (long) before[0] + 1, split, dividend));
                }
            }
            before = row;
        }
        return of(found);
    }

    private static double[] factors(String line) {
        String[] fields = line.strip().split(",", -1);
        try {
            LocalDate date = LocalDate.parse(fields[0], java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
            return new double[] {
                date.toEpochDay(),
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3])
            };
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a line of a factor file: " + line, e);
        }
    }

    /** Actions of a symbol, in rising time. */
    public List<CorporateAction> of(String symbol) {
        return List.copyOf(actions.getOrDefault(symbol, List.of()));
    }
}
