package io.fluxhero.risk.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "idempotency_keys")
class AnswerRow {

    @Id
    String key;

    String fingerprint;

    @JdbcTypeCode(SqlTypes.JSON)
    String outcome;

    @Column(name = "created_at")
    Instant createdAt;
}
