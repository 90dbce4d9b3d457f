package io.fluxhero.execution.postgres;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Fills;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@ApplicationScoped
class PostgresFills implements Fills {

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<FillRow, String> {}

    /** Buying is entering long or leaving short. */
    private static final String CASH_FLOW = """
            SELECT coalesce(sum(CASE WHEN (intent = 'ENTRY') = (position_side = 'LONG') THEN -quantity ELSE quantity END
                * price - commission), 0) FROM fills WHERE account = ?
            """;

    private final Rows rows;
    private final Sql sql;

    PostgresFills(Rows rows, Sql sql) {
        this.rows = rows;
        this.sql = sql;
    }

    @Override
    public boolean contains(String fillId) {
        return rows.findByIdOptional(fillId).isPresent();
    }

    @Override
    public void add(String account, Fill fill, Instant at) {
        FillRow row = new FillRow();
        row.fillId = fill.fillId();
        row.account = account;
        row.orderId = fill.orderId();
        row.entryOrderId = fill.entryOrderId();
        row.symbol = fill.symbol();
        row.barTime = fill.barTime();
        row.intent = fill.intent().name();
        row.positionSide = fill.side().name();
        row.quantity = fill.quantity();
        row.price = fill.price();
        row.commission = fill.commission();
        row.slippage = fill.slippage();
        row.filledAt = at;
        rows.persist(row);
    }

    @Override
    public List<Fill> of(List<String> orderIds) {
        return rows.list("orderId in (?1) order by barTime, filledAt, fillId", orderIds).stream()
                .map(PostgresFills::fillOf)
                .toList();
    }

    @Override
    public BigDecimal cashFlow(String account) {
        return sql.query(CASH_FLOW, row -> row.getBigDecimal(1), account).getFirst();
    }

    @Override
    public Set<String> symbols(String account) {
        return new HashSet<>(
                sql.query("SELECT DISTINCT symbol FROM fills WHERE account = ?", row -> row.getString(1), account));
    }

    @Override
    public List<Fill> newest(int limit) {
        return rows.find("order by barTime desc, filledAt desc, fillId").page(0, limit).stream()
                .map(PostgresFills::fillOf)
                .toList();
    }

    private static Fill fillOf(FillRow row) {
        return new Fill(
                row.fillId,
                row.orderId,
                row.entryOrderId,
                row.symbol,
                row.barTime,
                Intent.valueOf(row.intent),
                Side.valueOf(row.positionSide),
                row.quantity,
                row.price,
                row.commission,
                row.slippage);
    }
}
