package io.fluxhero.risk.domain.bar;

import io.fluxhero.risk.domain.bar.BarBoard.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/** Bar times in strict order, each as soon as it may be decided. */
public final class BarSequence {

    private final BarInputs inputs;
    private final SortedSet<String> watched;
    private final Duration grace;

    public BarSequence(BarInputs inputs, SortedSet<String> watched, Duration grace) {
        this.inputs = inputs;
        this.watched = watched;
        this.grace = grace;
    }

    /** The next bar time, where it may be decided at this moment. The caller forgets it once it is decided. */
    public Optional<ReadyBar> next(Instant now) {
        return inputs.oldestSettled().flatMap(board -> ready(board, now));
    }

    private Optional<ReadyBar> ready(BarBoard board, Instant now) {
        return switch (board.standing(watched)) {
            case Standing.Complete complete -> Optional.of(complete.bar());
            case Standing.Overdue overdue -> isOver(board, now) ? Optional.of(overdue.withoutThem()) : Optional.empty();
            case Standing.Waiting waiting -> Optional.empty();
        };
    }

    private boolean isOver(BarBoard board, Instant now) {
        return !now.isBefore(board.firstSettledAt().plus(grace));
    }
}
