package io.fluxhero.risk.domain.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    private static final String ACCOUNT = "PAPER-001";

    @Test
    void a_chain_as_it_was_written_is_intact() {
        assertThat(AuditEntry.isIntact(ACCOUNT, chain("halt", "resume", "close")))
                .isTrue();
        assertThat(AuditEntry.isIntact(ACCOUNT, List.of())).isTrue();
    }

    @Test
    void a_changed_reason_breaks_the_chain() {
        List<AuditEntry> entries = chain("halt", "resume", "close");
        AuditEntry old = entries.get(1);
        entries.set(
                1,
                new AuditEntry(
                        old.time(),
                        old.actor(),
                        old.role(),
                        old.action(),
                        "a better reason",
                        old.before(),
                        old.after(),
                        old.result(),
                        old.prevHash(),
                        old.hash()));

        assertThat(AuditEntry.isIntact(ACCOUNT, entries)).isFalse();
    }

    @Test
    void an_entry_taken_out_breaks_the_chain() {
        List<AuditEntry> entries = chain("halt", "resume", "close");
        entries.remove(1);

        assertThat(AuditEntry.isIntact(ACCOUNT, entries)).isFalse();
    }

    @Test
    void a_chain_belongs_to_its_account() {
        assertThat(AuditEntry.isIntact("PAPER-002", chain("halt"))).isFalse();
    }

    @Test
    void parts_cannot_run_into_one_another() {
        Command one = halt("ann", "a reason");
        Command two = halt("anna", " reason");

        assertThat(one.fingerprint()).isNotEqualTo(two.fingerprint());
    }

    @Test
    void another_role_breaks_the_chain_and_none_keeps_the_old_hash() {
        AuditEntry.Act old = act(null);
        String genesis = AuditEntry.genesis(ACCOUNT);

        assertThat(AuditEntry.of(old, genesis).hash())
                .isEqualTo(Digest.of(genesis, old.time(), "ann", "HALT", "because", "before", "after", "done"))
                .isNotEqualTo(AuditEntry.of(act("ADMIN"), genesis).hash());
    }

    private static AuditEntry.Act act(@Nullable String role) {
        return new AuditEntry.Act(
                Instant.parse("2026-01-05T12:00:00.123456Z"),
                "ann",
                role,
                "HALT",
                "because",
                "before",
                "after",
                "done");
    }

    private static Command halt(String name, String reason) {
        return new Command(Command.Action.HALT, new Command.Person(name, "TRADER"), reason, null, "", "key", "c");
    }

    private static List<AuditEntry> chain(String... actions) {
        List<AuditEntry> entries = new ArrayList<>();
        String previous = AuditEntry.genesis(ACCOUNT);
        for (String action : actions) {
            AuditEntry entry = AuditEntry.of(
                    new AuditEntry.Act(
                            Instant.parse("2026-01-05T12:00:00.123456Z"),
                            "ann",
                            "TRADER",
                            action,
                            "because",
                            "before",
                            "after",
                            "done"),
                    previous);
            entries.add(entry);
            previous = entry.hash();
        }
        return entries;
    }
}
