package io.fluxhero.execution.postgres;

import io.fluxhero.engine.market.Side;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.position.Positions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresPositions implements Positions {

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<PositionRow, PositionRow.Key> {}

    private final Rows rows;

    PostgresPositions(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Position> find(String account, String symbol) {
        return rows.findByIdOptional(new PositionRow.Key(account, symbol)).map(PostgresPositions::positionOf);
    }

    @Override
    public void put(Position position) {
        var known = rows.findByIdOptional(new PositionRow.Key(position.account(), position.symbol()));
        PositionRow row = known.orElseGet(PositionRow::new);
        write(position, row);
        if (known.isEmpty()) {
            rows.persist(row);
        }
    }

    @Override
    public void remove(Position position) {
        rows.deleteById(new PositionRow.Key(position.account(), position.symbol()));
        rows.flush(); // else a new position of the same symbol in this transaction is inserted before this is deleted
    }

    @Override
    public List<Position> all() {
        return rows.list("order by symbol").stream()
                .map(PostgresPositions::positionOf)
                .toList();
    }

    private static void write(Position position, PositionRow row) {
        row.account = position.account();
        row.symbol = position.symbol();
        row.positionSide = position.side().name();
        row.entryOrderId = position.entryOrderId();
        row.shares = position.shares();
        row.entryPrice = position.entryPrice();
        row.stopLoss = position.stopLoss();
        row.initialStop = position.initialStop();
        row.takeProfit = position.takeProfit();
        row.entryTime = position.entryTime();
        row.strategy = position.strategy();
        row.signalReason = position.reason();
        row.updatedAt = position.updatedAt();
    }

    private static Position positionOf(PositionRow row) {
        return new Position(
                row.account,
                row.symbol,
                Side.valueOf(row.positionSide),
                row.entryOrderId,
                row.shares,
                row.entryPrice,
                row.stopLoss,
                row.initialStop,
                row.takeProfit,
                row.entryTime,
                row.strategy,
                row.signalReason,
                row.updatedAt);
    }
}
