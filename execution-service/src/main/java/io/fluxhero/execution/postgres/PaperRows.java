package io.fluxhero.execution.postgres;

import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Execution;
import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.engine.risk.Ticket;
import io.fluxhero.engine.simulation.WorkingOrder;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.order.Fill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of the paper broker's tables. */
final class PaperRows {

    private PaperRows() {}

    /** What a fact is in a row beside its order. */
    record Line(
            String kind,
            @Nullable String entryOrderId,
            @Nullable String intent,
            @Nullable String fillId,
            @Nullable String text) {}

    static Line lineOf(BrokerReport.Fact fact) {
        return switch (fact) {
            case BrokerReport.Accepted accepted -> new Line("ACCEPTED", null, null, null, accepted.brokerOrderId());
            case BrokerReport.LegAccepted leg ->
                new Line("LEG_ACCEPTED", leg.entryOrderId(), leg.intent().name(), null, null);
            case BrokerReport.Filled filled ->
                new Line("FILLED", null, null, filled.fill().fillId(), null);
            case BrokerReport.Cancelled cancelled -> new Line("CANCELLED", null, null, null, cancelled.reason());
            case BrokerReport.Expired _ -> new Line("EXPIRED", null, null, null, null);
            case BrokerReport.CashMoved moved -> new Line("CASH_MOVED", null, null, null, moved.reason());
            case BrokerReport.CancelRefused _,
                    BrokerReport.Replaced _,
                    BrokerReport.Rejected _,
                    BrokerReport.Unrecognised _ ->
                throw new IllegalArgumentException("the paper broker never says " + fact);
        };
    }

    static BrokerReport reportOf(ResultSet row) throws SQLException {
        return new BrokerReport(row.getLong("sequence"), Objects.requireNonNull(Sql.instant(row, "at")), factOf(row));
    }

    private static BrokerReport.Fact factOf(ResultSet row) throws SQLException {
        String id = row.getString("order_id");
        return switch (row.getString("kind")) {
            case "ACCEPTED" -> new BrokerReport.Accepted(id, row.getString("text"));
            case "LEG_ACCEPTED" ->
                new BrokerReport.LegAccepted(
                        id, row.getString("entry_order_id"), Intent.valueOf(row.getString("intent")));
            case "FILLED" -> new BrokerReport.Filled(fillOf(row));
            case "CANCELLED" -> new BrokerReport.Cancelled(id, row.getString("text"));
            case "EXPIRED" -> new BrokerReport.Expired(id);
            case "CASH_MOVED" ->
                new BrokerReport.CashMoved(
                        id, row.getBigDecimal("moved"), row.getBigDecimal("moved_to"), row.getString("text"));
            default -> new BrokerReport.Unrecognised(id, row.getString("kind"));
        };
    }

    private static Fill fillOf(ResultSet row) throws SQLException {
        Execution execution = new Execution(
                row.getString("order_id"),
                row.getString("filled_entry"),
                row.getString("symbol"),
                Objects.requireNonNull(Sql.instant(row, "bar_time")).toEpochMilli(),
                Intent.valueOf(row.getString("filled_intent")),
                Side.valueOf(row.getString("side")),
                row.getLong("shares"),
                row.getLong("price_micros"),
                row.getLong("commission_micros"),
                row.getLong("slippage_micros"));
        return Fill.of(row.getString("fill_id"), execution);
    }

    static WorkingOrder workingOf(ResultSet row) throws SQLException {
        String mode = row.getString("mode");
        Ticket ticket = new Ticket(
                row.getString("order_id"),
                row.getString("signal_id"),
                row.getString("symbol"),
                row.getLong("decided_at"),
                Intent.valueOf(row.getString("intent")),
                Side.valueOf(row.getString("side")),
                mode == null ? null : Mode.valueOf(mode),
                row.getLong("shares"),
                row.getLong("stop_micros"),
                row.getLong("target_micros"),
                row.getDouble("trailing_atr_multiple"),
                row.getDouble("average_volume"),
                row.getLong("cash_limit_micros"),
                new OrderTerms(
                        OrderTerms.Type.valueOf(row.getString("order_type")),
                        row.getLong("limit_micros"),
                        row.getLong("trigger_micros"),
                        OrderTerms.TimeInForce.valueOf(row.getString("time_in_force"))),
                row.getInt("time_limit_bars"));
        return new WorkingOrder(
                ticket,
                Intent.valueOf(row.getString("live")),
                row.getLong("live_stop_micros"),
                row.getLong("live_target_micros"),
                new WorkingOrder.Progress(row.getLong("session_day"), row.getBoolean("triggered")));
    }
}
