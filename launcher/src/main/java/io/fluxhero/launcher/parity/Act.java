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

/**
 * What a person did, from the audit trail: an input of the run, not a part of what is compared.
 *
 * @param action HALT, RESUME or CLOSE
 * @param revision of the account before it: where it belongs among all that changed the account
 */
record Act(Instant time, String actor, String action, String reason, long revision) {

    private static final Pattern REVISION = Pattern.compile("revision=(\\d+) ");

    /** All that were carried out, oldest first. */
    static List<Act> read(Connection books, String account) throws SQLException, CannotCheck {
        List<Act> acts = new ArrayList<>();
        try (Statement statement = books.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT time, actor, action, reason, before, account FROM risk.audit WHERE result LIKE 'done: %'"
                                + " ORDER BY id")) {
            while (row.next()) {
                if (row.getString("account").equals(account)) {
                    acts.add(new Act(
                            row.getObject("time", OffsetDateTime.class).toInstant(),
                            row.getString("actor"),
                            row.getString("action"),
                            row.getString("reason"),
                            revision(row.getString("before"))));
                }
            }
        }
        return acts;
    }

    private static long revision(String before) throws CannotCheck {
        Matcher found = REVISION.matcher(before);
        if (!found.find()) {
            throw new CannotCheck("the audit trail does not say at which revision of the account: " + before);
        }
        return Long.parseLong(found.group(1));
    }
}
