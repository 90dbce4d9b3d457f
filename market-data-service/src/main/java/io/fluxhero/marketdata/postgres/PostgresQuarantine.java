package io.fluxhero.marketdata.postgres;

import io.fluxhero.engine.market.CandleRules;
import io.fluxhero.marketdata.domain.FeedBar;
import io.fluxhero.marketdata.domain.Quarantine;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class PostgresQuarantine implements Quarantine, PanacheRepository<QuarantinedBarEntity> {

    @Override
    public void put(FeedBar bar, String source, CandleRules.Flaw flaw, Instant at) {
        QuarantinedBarEntity row = new QuarantinedBarEntity();
        row.symbol = bar.symbol();
        row.timeframe = bar.timeframe().code();
        row.source = source;
        row.barIndex = bar.index();
        row.openTime = Instant.ofEpochMilli(bar.candle().openTime());
        row.bar = bar.candle().toString();
        row.flaw = flaw.name();
        row.quarantinedAt = at;
        persist(row);
    }

    @Override
    public long size() {
        return count();
    }
}
