package io.fluxhero.marketdata.postgres;

import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.marketdata.domain.Series;
import io.fluxhero.marketdata.domain.SeriesCatalog;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresSeriesCatalog implements SeriesCatalog, PanacheRepository<SeriesEntity> {

    @Override
    public List<Series> all() {
        return listAll(Sort.by("symbol", "timeframe")).stream()
                .map(PostgresSeriesCatalog::seriesOf)
                .toList();
    }

    @Override
    public Optional<Series> find(String symbol, Timeframe timeframe) {
        return row(symbol, timeframe).firstResultOptional().map(PostgresSeriesCatalog::seriesOf);
    }

    @Override
    public Optional<Series> lock(String symbol, Timeframe timeframe) {
        return row(symbol, timeframe)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(PostgresSeriesCatalog::seriesOf);
    }

    @Override
    public void put(Series series) {
        SeriesEntity row =
                row(series.symbol(), series.timeframe()).firstResultOptional().orElseGet(SeriesEntity::new);
        row.symbol = series.symbol();
        row.timeframe = series.timeframe().code();
        row.name = series.name();
        row.source = series.source();
        row.nextIndex = series.nextIndex();
        row.total = series.total();
        row.bars = series.bars();
        row.firstTime = series.firstTime();
        row.lastTime = series.lastTime();
        row.liveFrom = series.liveFrom();
        row.dataHash = series.dataHash();
        persist(row);
    }

    private PanacheQuery<SeriesEntity> row(String symbol, Timeframe timeframe) {
        return find("symbol = ?1 and timeframe = ?2", symbol, timeframe.code());
    }

    private static Series seriesOf(SeriesEntity row) {
        return new Series(
                row.symbol,
                Timeframe.parse(row.timeframe),
                row.name,
                row.source,
                row.nextIndex,
                row.total,
                row.bars,
                row.firstTime,
                row.lastTime,
                row.liveFrom,
                row.dataHash);
    }
}
