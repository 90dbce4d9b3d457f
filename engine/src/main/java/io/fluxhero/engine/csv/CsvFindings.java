package io.fluxhero.engine.csv;

import java.util.List;
import java.util.Optional;

/**
 * What was noticed while reading.
 *
 * @param rows rows that should have been bars; blank lines and rows of other symbols are not among them
 * @param badRows the first {@value #ROWS_KEPT} rows that were dropped
 * @param badRowCount all rows that were dropped
 * @param duplicates rows that repeat a bar exactly and were left out
 * @param sorted whether the rows had to be put in order
 * @param zeroVolumes bars without volume: kept, the noise filter refuses them
 * @param gaps between daily bars, more than {@value #GAP_DAYS} days
 * @param notes what else a reader should know, a sentence each
 */
public record CsvFindings(
        int rows,
        List<BadRow> badRows,
        int badRowCount,
        int duplicates,
        boolean sorted,
        int zeroVolumes,
        List<Gap> gaps,
        List<String> notes) {

    /** The share of dropped rows above which a file is refused. */
    public static final double MAX_DROPPED_RATIO = 0.05;

    /** How many bad rows are kept with their reasons. */
    public static final int ROWS_KEPT = 1000;

    /** Days between two daily bars that are worth a warning when exceeded. */
    public static final int GAP_DAYS = 5;

    /** Two neighbouring bars, by index, and the days between them. */
    public record Gap(int before, int after, long days) {}

    /** Dropped rows over all rows; 0 where there was none. */
    public double droppedRatio() {
        return rows == 0 ? 0 : (double) badRowCount / rows;
    }

    /** Why the file must not be used, empty where it may (domain specification a.3). */
    public Optional<String> refusal() {
        if (rows == 0) {
            return Optional.of("it has no rows");
        }
        if (droppedRatio() > MAX_DROPPED_RATIO) {
            return Optional.of("%d of %d rows are bad, more than 5 %%; the first: %s"
                    .formatted(badRowCount, rows, badRows.getFirst()));
        }
        return Optional.empty();
    }
}
