package io.fluxhero.execution;

import io.fluxhero.contracts.order.ProtectiveStopMoved;
import io.fluxhero.engine.market.Side;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.order.StopMoves;
import io.fluxhero.execution.domain.order.StopMoves.StopMove;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.position.Positions;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The protective stop of a position is to work elsewhere: closer to the market, never farther away. */
@ApplicationScoped
public class MoveStop {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.orders");

    private final Accounts accounts;
    private final Positions positions;
    private final StopMoves moves;

    public MoveStop(Accounts accounts, Positions positions, StopMoves moves) {
        this.accounts = accounts;
        this.positions = positions;
        this.moves = moves;
    }

    /** Writes the wish down; a position that is gone needs none, and a looser stop is not wished for. */
    public void on(ProtectiveStopMoved moved) {
        accounts.lock(moved.account());
        Optional<Position> held = positions
                .find(moved.account(), moved.symbol())
                .filter(position -> position.entryOrderId().equals(moved.entryOrderId()));
        if (held.isEmpty() || !tightens(held.get(), moved)) {
            LOG.infof(
                    "stop.move_ignored symbol=%s entry=%s stop=%s",
                    moved.symbol(), moved.entryOrderId(), moved.stopPrice().toPlainString());
            return;
        }
        moves.put(new StopMove(
                moved.account(), moved.symbol(), moved.entryOrderId(), moved.stopPrice(), moved.barTime()));
    }

    private boolean tightens(Position held, ProtectiveStopMoved moved) {
        @Nullable
        BigDecimal wished =
                moves.find(moved.entryOrderId()).map(StopMove::stopPrice).orElse(null);
        return isTighter(held.side(), moved.stopPrice(), held.stopLoss())
                && isTighter(held.side(), moved.stopPrice(), wished);
    }

    private static boolean isTighter(Side side, BigDecimal stop, @Nullable BigDecimal than) {
        return than == null || side.sign() * stop.compareTo(than) > 0;
    }
}
