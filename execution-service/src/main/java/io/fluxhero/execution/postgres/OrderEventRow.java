package io.fluxhero.execution.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "order_events")
class OrderEventRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_events")
    @SequenceGenerator(name = "order_events", sequenceName = "order_events_seq", allocationSize = 50)
    Long id;

    String orderId;

    @Nullable
    String fromState;

    String toState;
    Instant at;
    String detail;
}
