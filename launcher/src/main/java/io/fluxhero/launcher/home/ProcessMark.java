package io.fluxhero.launcher.home;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that we started, told apart from a later one with the same number by when it began.
 *
 * @param pid its number
 * @param startedAt when it began, as the operating system says
 */
public record ProcessMark(long pid, Instant startedAt) {

    /** Two readings of one start may differ when the clock was adjusted between them. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static Optional<ProcessMark> of(ProcessHandle process) {
        return process.info().startInstant().map(start -> new ProcessMark(process.pid(), start));
    }

    /** The process, when it is still the one that we started. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    @JsonIgnore
    public boolean isAlive() {
        return find().isPresent();
    }

    private boolean isSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
