package io.fluxhero.risk.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "alerts")
class AlertRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String account;

    @Column(name = "occurred_at")
    Instant occurredAt;

    String type;
    String severity;
    String code;
    String detail;

    @JdbcTypeCode(SqlTypes.JSON)
    String figures;

    @Column(name = "correlation_id")
    String correlationId;
}
