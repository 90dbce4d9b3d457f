package io.fluxhero.marketdata.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "quarantined_bars")
class QuarantinedBarEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String symbol;
    String timeframe;
    String source;

    @Column(name = "bar_index")
    int barIndex;

    @Column(name = "open_time")
    Instant openTime;

    String bar;
    String flaw;

    @Column(name = "quarantined_at")
    Instant quarantinedAt;
}
