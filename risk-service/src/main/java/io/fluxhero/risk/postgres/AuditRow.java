package io.fluxhero.risk.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "audit")
class AuditRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String account;
    Instant time;
    String actor;

    @Nullable
    String role;

    String action;
    String reason;
    String before;
    String after;
    String result;

    @Column(name = "prev_hash")
    String prevHash;

    String hash;
}
