package io.fluxhero.risk.domain.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One privileged act, chained to the one before it.
 *
 * @param time microseconds at most, so that a stored row gives the same hash
 * @param role in which the actor acted, {@code null} in entries from before roles were kept
 * @param before account before the act, as text
 * @param after account after the act, as text
 * @param prevHash hash of the entry before, or {@link #genesis}
 * @param hash of all of this
 */
public record AuditEntry(
        Instant time,
        String actor,
        @Nullable String role,
        String action,
        String reason,
        String before,
        String after,
        String result,
        String prevHash,
        String hash) {

    /** What the first entry of an account is chained to. */
    public static String genesis(String account) {
        return Digest.of("genesis", account);
    }

    /** The act without its place in the chain. */
    public record Act(
            Instant time,
            String actor,
            @Nullable String role,
            String action,
            String reason,
            String before,
            String after,
            String result) {}

    /** The act, chained. */
    public static AuditEntry of(Act act, String prevHash) {
        return new AuditEntry(
                act.time(),
                act.actor(),
                act.role(),
                act.action(),
                act.reason(),
                act.before(),
                act.after(),
                act.result(),
                prevHash,
                hash(act, prevHash));
    }

    /** Whether the entries, oldest first, are what was written: none changed, none taken out between two others. */
    public static boolean isIntact(String account, List<AuditEntry> entries) {
        String previous = genesis(account);
        for (AuditEntry entry : entries) {
            if (!entry.prevHash().equals(previous) || !entry.hash().equals(hash(entry.act(), previous))) {
                return false;
            }
            previous = entry.hash();
        }
        return true;
    }

    private Act act() {
        return new Act(time, actor, role, action, reason, before, after, result);
    }

    private static String hash(Act act, String prevHash) {
        List<Object> parts = new ArrayList<>(List.of(
                prevHash,
                act.time(),
                act.actor(),
                act.action(),
                act.reason(),
                act.before(),
                act.after(),
                act.result()));
        if (act.role() != null) {
            parts.add(act.role());
        }
        return Digest.of(parts.toArray());
    }
}
