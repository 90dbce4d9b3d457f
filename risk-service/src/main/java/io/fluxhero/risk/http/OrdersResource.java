package io.fluxhero.risk.http;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.risk.CarryOutCommand;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.Command.Action;
import io.fluxhero.risk.domain.command.PersonalOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Orders on a person's word. */
@Path("/internal")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OrdersResource {

    private static final long MOST_SHARES = 1_000_000;
    private static final String LOWEST = "0.000001";
    private static final String HIGHEST = "1000000";

    private final CarryOutCommand carryOut;
    private final CommandAnswers answers;
    private final RiskSettings settings;

    OrdersResource(CarryOutCommand carryOut, CommandAnswers answers, RiskSettings settings) {
        this.carryOut = carryOut;
        this.answers = answers;
        this.settings = settings;
    }

    /** What a person may do. */
    enum Side {
        BUY,
        SELL
    }

    record OrderRequest(
            @NotBlank String symbol,
            @NotNull Side side,
            @Min(1) @Max(MOST_SHARES) long quantity,
            OrderTerms.@NotNull Type type,

            @DecimalMin(LOWEST) @DecimalMax(HIGHEST) @Nullable
            BigDecimal limitPrice,

            @DecimalMin(LOWEST) @DecimalMax(HIGHEST) @Nullable
            BigDecimal stopPrice,

            @DecimalMin(LOWEST) @DecimalMax(HIGHEST) @Nullable
            BigDecimal protectiveStop,

            @DecimalMin(LOWEST) @DecimalMax(HIGHEST) @Nullable
            BigDecimal takeProfit,

            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = 100) String requestedBy,
            @NotBlank @Size(max = 20) String role) {}

    /** Without an order id, all that open a position or wait for a price. */
    record CancelRequest(
            @Size(max = 100) @Nullable String orderId,
            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = 100) String requestedBy,
            @NotBlank @Size(max = 20) String role) {}

    @POST
    @Path("/orders")
    public Response place(@HeaderParam(CommandAnswers.KEY) @Nullable String key, @NotNull @Valid OrderRequest body) {
        if (key == null) {
            throw new BadParameter(CommandAnswers.KEY, CommandAnswers.KEY + " is required for orders");
        }
        if (!settings.symbols().contains(body.symbol())) {
            throw new BadParameter("symbol", body.symbol() + " is not on the watch-list");
        }
        PersonalOrder order = new PersonalOrder(
                body.symbol(),
                body.side() == Side.BUY,
                body.quantity(),
                termsOf(body),
                micros(body.protectiveStop()),
                micros(body.takeProfit()));
        Command command = CommandAnswers.command(
                Action.ORDER,
                new Command.Person(body.requestedBy(), body.role()),
                body.reason(),
                body.symbol(),
                order.toString(),
                key);
        return answers.of(carryOut.place(command, order));
    }

    @POST
    @Path("/cancel")
    public Response cancel(@HeaderParam(CommandAnswers.KEY) @Nullable String key, @NotNull @Valid CancelRequest body) {
        String orderId = body.orderId();
        Command command = CommandAnswers.command(
                orderId == null ? Action.CANCEL_ALL : Action.CANCEL,
                new Command.Person(body.requestedBy(), body.role()),
                body.reason(),
                null,
                orderId == null ? "" : orderId,
                key);
        return answers.of(orderId == null ? carryOut.cancelAll(command) : carryOut.cancel(command, orderId));
    }

    private static OrderTerms termsOf(OrderRequest body) {
        boolean limited = body.type() == OrderTerms.Type.LIMIT || body.type() == OrderTerms.Type.STOP_LIMIT;
        boolean triggers = body.type() == OrderTerms.Type.STOP || body.type() == OrderTerms.Type.STOP_LIMIT;
        given("limit_price", limited, body.limitPrice(), body.type());
        given("stop_price", triggers, body.stopPrice(), body.type());
        return new OrderTerms(
                body.type(), micros(body.limitPrice()), micros(body.stopPrice()), OrderTerms.TimeInForce.GTC);
    }

    private static void given(String field, boolean wanted, @Nullable BigDecimal price, OrderTerms.Type type) {
        if (wanted != (price != null)) {
            throw new BadParameter(field, "a " + type + " order " + (wanted ? "needs a " + field : "has no " + field));
        }
    }

    private static long micros(@Nullable BigDecimal price) {
        return price == null ? 0 : Micros.of(price);
    }
}
