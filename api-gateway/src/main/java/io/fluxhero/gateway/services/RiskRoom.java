package io.fluxhero.gateway.services;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fluxhero.gateway.api.Account;
import io.fluxhero.gateway.api.CommandOutcome;
import io.fluxhero.gateway.api.EquityCurve;
import io.fluxhero.gateway.api.KillSwitch;
import io.fluxhero.gateway.api.OrderRequest;
import io.fluxhero.gateway.api.RiskAlerts;
import io.fluxhero.gateway.api.RiskDecisions;
import io.fluxhero.gateway.api.RiskLimit;
import io.fluxhero.gateway.api.RiskReport;
import io.fluxhero.gateway.api.RiskReports;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks and commands risk-service. */
@ApplicationScoped
public class RiskRoom {
    private final Upstream upstream;

    RiskRoom(Upstreams upstreams) {
        this.upstream = upstreams.to(Service.RISK);
    }

    public Account account() {
        return upstream.get("/internal/account", null, new TypeReference<>() {});
    }

    public List<RiskLimit> limits() {
        return upstream.get("/internal/limits", null, new TypeReference<>() {});
    }

    public RiskDecisions decisions(int limit, @Nullable Long before) {
        return upstream.get(
                "/internal/decisions", Query.of("limit", limit).and("before", before), new TypeReference<>() {});
    }

    public RiskDecisions decisionsOn(String signalId) {
        return upstream.get("/internal/signals/" + signalId + "/decisions", null, new TypeReference<>() {});
    }

    public RiskAlerts alerts(int limit, @Nullable Long before) {
        return upstream.get(
                "/internal/alerts", Query.of("limit", limit).and("before", before), new TypeReference<>() {});
    }

    public EquityCurve equity(@Nullable Instant from, @Nullable Instant to) {
        return upstream.get("/internal/equity", Query.of("from", from).and("to", to), new TypeReference<>() {});
    }

    public CommandOutcome halt(String reason, boolean flatten, Command command) {
        return upstream.post(
                "/internal/halt",
                new Halt(reason, command.requestedBy(), command.role(), flatten),
                command,
                new TypeReference<>() {});
    }

    public RiskReport report() {
        return upstream.get("/internal/report", null, new TypeReference<>() {});
    }

    public RiskReports reports(int limit) {
        return upstream.get("/internal/reports", Query.of("limit", limit), new TypeReference<>() {});
    }

    public KillSwitch killSwitch() {
        return upstream.get("/internal/kill-switch", null, new TypeReference<>() {});
    }

    public CommandOutcome resume(String reason, boolean acknowledgeDrawdown, Command command) {
        return upstream.post(
                "/internal/resume",
                new Resume(reason, command.requestedBy(), command.role(), acknowledgeDrawdown),
                command,
                new TypeReference<>() {});
    }

    /** Lets the paper account begin anew, with what it was opened with where {@code capital} says nothing. */
    public CommandOutcome resetPaperAccount(String reason, @Nullable BigDecimal capital, Command command) {
        return upstream.post(
                "/internal/paper-reset",
                new PaperReset(reason, command.requestedBy(), command.role(), capital),
                command,
                new TypeReference<>() {});
    }

    public CommandOutcome close(String symbol, String reason, Command command) {
        return upstream.post(
                "/internal/close",
                new Close(symbol, reason, command.requestedBy(), command.role()),
                command,
                new TypeReference<>() {});
    }

    public CommandOutcome place(OrderRequest order, Command command) {
        return upstream.post(
                "/internal/orders",
                new Place(
                        order.symbol(),
                        order.side(),
                        order.quantity(),
                        order.type(),
                        order.limitPrice(),
                        order.stopPrice(),
                        order.protectiveStop(),
                        order.takeProfit(),
                        order.reason(),
                        command.requestedBy(),
                        command.role()),
                command,
                new TypeReference<>() {});
    }

    /** Cancels one order, or where none is named all that open a position or wait for a price. */
    public CommandOutcome cancel(@Nullable String orderId, String reason, Command command) {
        return upstream.post(
                "/internal/cancel",
                new Cancel(orderId, reason, command.requestedBy(), command.role()),
                command,
                new TypeReference<>() {});
    }

    record Place(
            String symbol,
            String side,
            long quantity,
            String type,
            @Nullable BigDecimal limitPrice,
            @Nullable BigDecimal stopPrice,
            @Nullable BigDecimal protectiveStop,
            @Nullable BigDecimal takeProfit,
            String reason,
            String requestedBy,
            String role) {}

    record Cancel(@Nullable String orderId, String reason, String requestedBy, String role) {}

    record Halt(String reason, String requestedBy, String role, boolean flatten) {}

    record Resume(String reason, String requestedBy, String role, boolean acknowledgeDrawdown) {}

    record PaperReset(
            String reason,
            String requestedBy,
            String role,
            @Nullable BigDecimal initialCapital) {}

    record Close(String symbol, String reason, String requestedBy, String role) {}
}
