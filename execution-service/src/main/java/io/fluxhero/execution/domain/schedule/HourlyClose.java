package io.fluxhero.execution.domain.schedule;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Orders of an hourly strategy: signals are asked in minute 59, orders go out in minute 0 of the next hour (domain
 * specification h.6). Times are New York's. Signals of ours follow from closed bars, so that the first half asks for
 * nothing here; the second is an option of the paper broker.
 *
 * @param window how long after its time an order may still go out; then it has expired
 */
public record HourlyClose(Duration window) {

    private static final int CHECK_MINUTE = 59;
    private static final LocalTime SESSION_END = LocalTime.of(16, 0);

    /** Whether signals are asked now. */
    public static boolean isSignalCheck(LocalTime now) {
        return now.getMinute() == CHECK_MINUTE;
    }

    /** Whether orders go out now. */
    public static boolean isSubmission(LocalTime now) {
        return now.getMinute() == 0;
    }

    /** The next full hour; none where the session is over by then, since the order would miss it. */
    public static Optional<LocalTime> submitAt(LocalTime now) {
        LocalTime hour = now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        return hour.isBefore(SESSION_END) && hour.isAfter(now) ? Optional.of(hour) : Optional.empty();
    }

    /** Whether an order of this time goes out now: never early, and not after the window. */
    public boolean isDue(LocalTime scheduled, LocalTime now) {
        return !now.isBefore(scheduled) && Duration.between(scheduled, now).compareTo(window) <= 0;
    }
}
