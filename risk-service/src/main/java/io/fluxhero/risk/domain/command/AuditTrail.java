package io.fluxhero.risk.domain.command;

import java.util.List;

/** Privileged acts for ever. */
public interface AuditTrail {

    /** Adds the act to the end of the chain; the caller holds the account's lock. */
    void append(AuditEntry.Act act);

    /** All entries, oldest first. */
    List<AuditEntry> entries();
}
