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
@Table(name = "series")
class SeriesEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String symbol;
    String timeframe;
    String name;
    String source;

    @Column(name = "next_index")
    int nextIndex;

    @Nullable
    Integer total;

    int bars;

    @Column(name = "first_time")
    @Nullable
    Instant firstTime;

    @Column(name = "last_time")
    @Nullable
    Instant lastTime;

    @Column(name = "live_from")
    @Nullable
    Instant liveFrom;

    @Column(name = "data_hash")
    String dataHash;
}
