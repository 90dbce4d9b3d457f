package io.fluxhero.launcher.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Recomputes the chain of privileged acts: each row's hash is the SHA-256 of the hash before it and of its own columns.
 * The formula stands here a second time on purpose: a judge who asks the accused is none.
 */
final class AuditChain implements Rule {

    private static final String ROWS =
            "SELECT id, account, time, actor, role, action, reason, before, after, result, prev_hash, hash"
                    + " FROM risk.audit ORDER BY id";

    @Override
    public Finding on(Connection snapshot) throws SQLException {
        Map<String, String> last = new HashMap<>();
        List<String> breaks = new ArrayList<>();
        long checked = 0;
        try (Statement statement = snapshot.createStatement();
                ResultSet row = statement.executeQuery(ROWS)) {
            while (row.next()) {
                checked++;
                String account = row.getString("account");
                String before = last.getOrDefault(account, digest("genesis", account));
                if (!row.getString("prev_hash").equals(before)) {
                    breaks.add(name(row) + " does not follow the one before it: a row is missing or was added");
                } else if (!row.getString("hash").equals(hashOf(row, before))) {
                    breaks.add(name(row) + " was changed after it was written");
                }
                last.put(account, row.getString("hash"));
            }
        }
        return new Finding(
                "I12",
                "the chain of privileged acts is whole",
                checked,
                breaks.size(),
                breaks.stream().limit(SqlRule.DETAILS).toList(),
                0);
    }

    private static String name(ResultSet row) throws SQLException {
        return "audit row " + row.getLong("id") + " (" + row.getString("action") + " by " + row.getString("actor")
                + ")";
    }

    private static String hashOf(ResultSet row, String before) throws SQLException {
        List<String> parts = new ArrayList<>(List.of(
                before,
                row.getObject("time", OffsetDateTime.class).toInstant().toString(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("reason"),
                row.getString("before"),
                row.getString("after"),
                row.getString("result")));
        String role = row.getString("role");
        if (role != null) {
            parts.add(role);
        }
        return digest(parts.toArray(String[]::new));
    }

    /** SHA-256 over parts that each begin with their length in bytes, so that none runs into the next. */
    static String digest(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
