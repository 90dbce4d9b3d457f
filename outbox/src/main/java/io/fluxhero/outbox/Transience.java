package io.fluxhero.outbox;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves (a database or a network away) from those that will not. */
final class Transience {

    /** Connection, resources, operator intervention, system, rollback by concurrency; unknown means no connection. */
    private static final Set<String> SQL_STATE_CLASSES = Set.of("08", "53", "55", "57", "58", "40", "25");

    private Transience() {}

    static boolean of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                return isTransient(sql.getSQLState());
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isTransient(@Nullable String sqlState) {
        return sqlState == null || sqlState.length() < 2 || SQL_STATE_CLASSES.contains(sqlState.substring(0, 2));
    }
}
