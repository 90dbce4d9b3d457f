package io.fluxhero.execution.postgres;

import io.fluxhero.engine.market.Side;
import io.fluxhero.execution.domain.order.Rationale;
import io.fluxhero.execution.domain.position.ExitReason;
import io.fluxhero.execution.domain.position.Trade;
import io.fluxhero.execution.domain.position.TradeStatus;
import io.fluxhero.execution.domain.position.Trades;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresTrades implements Trades {

    private static final String TOTALS = """
            SELECT count(*) FILTER (WHERE status = 'CLOSED') AS closed,
                   count(*) FILTER (WHERE status = 'OPEN') AS open,
                   count(*) FILTER (WHERE realized_pnl > 0) AS won,
                   coalesce(sum(realized_pnl), 0) AS realized
            FROM trades
            """;

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<TradeRow, String> {}

    private final Rows rows;
    private final Sql sql;

    PostgresTrades(Rows rows, Sql sql) {
        this.rows = rows;
        this.sql = sql;
    }

    @Override
    public Optional<Trade> find(String tradeId) {
        return rows.findByIdOptional(tradeId).map(PostgresTrades::tradeOf);
    }

    @Override
    public Optional<Trade> ofEntry(String entryOrderId) {
        return rows.find("entryOrderId", entryOrderId).firstResultOptional().map(PostgresTrades::tradeOf);
    }

    @Override
    public void put(Trade trade) {
        Optional<TradeRow> known = rows.findByIdOptional(trade.tradeId());
        TradeRow row = known.orElseGet(TradeRow::new);
        row.write(trade);
        if (known.isEmpty()) {
            rows.persist(row);
        }
    }

    @Override
    public Page page(Filter filter, int page, int size) {
        List<String> conditions = new ArrayList<>();
        Parameters parameters = new Parameters();
        if (filter.status() != null) {
            conditions.add("status = :status");
            parameters.and("status", filter.status().name());
        }
        if (filter.symbol() != null) {
            conditions.add("symbol = :symbol");
            parameters.and("symbol", filter.symbol());
        }
        if (filter.from() != null) {
            conditions.add("entryTime >= :from");
            parameters.and("from", filter.from());
        }
        if (filter.until() != null) {
            conditions.add("entryTime < :until");
            parameters.and("until", filter.until());
        }
        String where = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
        var found = rows.find(where + " order by entryTime desc, tradeId", parameters);
        List<Trade> trades =
                found.page(page - 1, size).stream().map(PostgresTrades::tradeOf).toList();
        return new Page(trades, found.count());
    }

    @Override
    public Totals totals() {
        return sql.query(
                        TOTALS,
                        row -> new Totals(
                                row.getLong("closed"),
                                row.getLong("open"),
                                row.getLong("won"),
                                row.getBigDecimal("realized")))
                .getFirst();
    }

    private static Trade tradeOf(TradeRow row) {
        Rationale why =
                row.signalReason == null ? null : new Rationale(row.signalReason, row.signalExplanation, row.regime);
        Trade.Exit exit = new Trade.Exit(
                row.exitShares,
                row.exitGross,
                row.exitPrice,
                row.exitTime,
                row.exitReason == null ? null : ExitReason.valueOf(row.exitReason),
                row.exitOrderId,
                row.realizedPnl);
        return new Trade(
                row.tradeId,
                row.account,
                row.symbol,
                Side.valueOf(row.positionSide),
                row.entryOrderId,
                row.entryPrice,
                row.entryTime,
                row.shares,
                row.stopLoss,
                row.initialStop,
                row.takeProfit,
                row.strategy,
                new Trade.Cause(row.signalId, row.correlationId, why),
                row.commission,
                row.slippage,
                TradeStatus.valueOf(row.status),
                exit);
    }
}
