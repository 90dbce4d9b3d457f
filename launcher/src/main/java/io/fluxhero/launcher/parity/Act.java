package io.fluxhero.launcher.parity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person did, from the audit trail: an input of the run, not a part of what is compared.
 *
 * @param time on the clock of risk, taken while the account was locked
 * @param role in which it was done, {@code null} in entries from before roles were kept
 * @param action for example HALT
 * @param revision of the account before it
 * @param account the account before it, in words: status, equity, positions, how many orders are out
 */
record Act(
        Instant time,
        String actor,
        @Nullable String role,
        String action,
        String reason,
        long revision,
        String account) {

    private static final Pattern BEFORE = Pattern.compile("revision=(\\d+) (?:epoch=\\d+ )?(.*)");

    /** All that were carried out, oldest first. */
    static List<Act> read(Connection books, String account) throws SQLException, CannotCheck {
        List<Act> acts = new ArrayList<>();
        try (Statement statement = books.createStatement();
                ResultSet row = statement.executeQuery("SELECT time, actor, role, action, reason, before, account"
                        + " FROM risk.audit WHERE result NOT LIKE 'refused: %' ORDER BY id")) {
            while (row.next()) {
                if (row.getString("account").equals(account)) {
                    acts.add(read(row));
                }
            }
        }
        return acts;
    }

    private static Act read(ResultSet row) throws SQLException, CannotCheck {
        Matcher before = BEFORE.matcher(row.getString("before"));
        if (!before.matches()) {
            throw new CannotCheck("the audit trail does not say how the account stood: " + row.getString("before"));
        }
        return new Act(
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("action"),
                row.getString("reason"),
                Long.parseLong(before.group(1)),
                before.group(2));
    }
}
