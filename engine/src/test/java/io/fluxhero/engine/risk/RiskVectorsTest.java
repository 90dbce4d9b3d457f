package io.fluxhero.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.strategy.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The known answers of {@code risk.json} and of the sizer in {@code execution.json}. */
class RiskVectorsTest {

    /** Correlation, reports and the bare stop formula (which the strategy owns) are built by later issues. */
    private static final Set<String> LATER = Set.of("price_correlation", "risk_metrics", "limits_stop");

    private static final RiskConfig CONFIG = RiskConfig.defaults();

    static Stream<Vector> ours() {
        return Stream.concat(
                Vectors.of("risk").stream().filter(vector -> !LATER.contains(vector.function())),
                Vectors.of("execution").stream()
                        .filter(vector -> vector.function().equals("position_sizer")));
    }

    @Test
    void leaves_three_functions_to_later_issues() {
        assertThat(Vectors.of("risk").stream().filter(vector -> LATER.contains(vector.function())))
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void gives_the_known_answer(Vector vector) {
        switch (vector.function()) {
            case "limits_size" -> limitsSize(vector);
            case "limits_position" -> limitsPosition(vector);
            case "limits_portfolio" -> limitsPortfolio(vector);
            case "limits_new_position" ->
                assertThat(sizedAs(vector))
                        .isEqualTo(vector.expected().get("code").asText());
            case "equity_tracker" -> equityTracker(vector);
            case "circuit_breaker" -> circuitBreaker(vector);
            case "status_multipliers" -> multipliers(vector);
            case "position_values" -> positionValues(vector);
            case "daily_loss_switch" -> dailyLoss(vector);
            case "position_sizer" -> sizer(vector);
            default -> throw new AssertionError("unknown function " + vector.function());
        }
    }

    private static EntryRequest request(Vector vector, long shares) {
        JsonNode stop = vector.inputs().get("stop");
        Mode mode = Mode.valueOf(vector.inputs().get("strategy").asText());
        double ratio = mode == Mode.TREND ? CONFIG.riskPerTradeTrend() : CONFIG.riskPerTradeMeanReversion();
        long stopMicros = stop.isNull() ? 0 : Micros.of(stop.asDouble());
        long entry = Micros.of(vector.number("entry"));
        Side side = stopMicros <= entry ? Side.LONG : Side.SHORT;
        long balance = Micros.of(vector.number("balance"));
        return new EntryRequest("SPY", side, entry, stopMicros, balance, ratio, TradingStatus.ACTIVE, shares);
    }

    /** The figure before the cap on the value of a position. */
    private static void limitsSize(Vector vector) {
        RiskConfig uncapped = new RiskConfig(0.01, 0.0075, 0.7, 9, 9, 5, 0.15, 0.13, 0.2, 0.5, 2.5, 2.0, 0.03, 0.5);

        assertThat(new PositionSizer(uncapped).wanted(request(vector, 0)))
                .isEqualTo(vector.expected().asLong());
    }

    private static String sizedAs(Vector vector) {
        EntryRequest entry = request(vector, vector.inputs().get("shares").asLong());
        EntryPolicies policies = new EntryPolicies(CONFIG, new CorrelationWatch(CONFIG.correlation(), false));
        Account empty = new Account(AccountState.starting(entry.equityMicros()));
        return policies.objectionBeforeSizing(entry, empty)
                .or(() -> policies.objectionAfterSizing(entry, empty))
                .map(denial -> denial.code().name())
                .orElse("APPROVED");
    }

    private static void limitsPosition(Vector vector) {
        assertThat(sizedAs(vector)).isEqualTo(vector.expected().asText());
    }

    private static void limitsPortfolio(Vector vector) {
        long balance = Micros.of(vector.number("balance"));
        List<AccountState.Position> positions = new ArrayList<>();
        Map<String, Long> marks = new TreeMap<>();
        long invested = 0;
        for (JsonNode given : vector.inputs().get("positions")) {
            AccountState.Position held = position(given);
            positions.add(held);
            marks.put(held.symbol(), Micros.of(given.get("current").asDouble()));
            invested += held.valueMicros(marks.get(held.symbol()));
        }
        Account account = new Account(account(balance - invested, positions, marks));
        EntryRequest entry = new EntryRequest(
                "NEW", Side.LONG, Micros.of(vector.number("new_value")), 1, balance, 0.01, TradingStatus.ACTIVE, 1);

        boolean fits = new EntryPolicies(CONFIG, new CorrelationWatch(CONFIG.correlation(), false))
                        .exposureRoom(entry, account)
                >= entry.valueMicros();

        assertThat(fits ? "APPROVED" : "REJECTED_TOTAL_EXPOSURE")
                .isEqualTo(vector.expected().asText());
    }

    private static AccountState.Position position(JsonNode given) {
        String symbol = given.has("symbol") ? given.get("symbol").asText() : "SPY";
        return new AccountState.Position(
                symbol,
                Side.LONG,
                Mode.TREND,
                symbol,
                null,
                0,
                given.get("shares").asLong(),
                Micros.of(given.get("entry").asDouble()),
                0,
                Micros.of(given.get("stop").asDouble()),
                0,
                Double.NaN,
                0,
                false);
    }

    private static AccountState account(long cash, List<AccountState.Position> positions, Map<String, Long> marks) {
        AccountState empty = AccountState.starting(cash);
        return new AccountState(
                cash,
                cash,
                0,
                empty.peakEquityMicros(),
                empty.sessionDay(),
                cash,
                cash,
                0,
                TradingStatus.ACTIVE,
                null,
                null,
                positions,
                List.of(),
                marks);
    }

    private static void equityTracker(Vector vector) {
        TradingGuard guard = new TradingGuard(CONFIG, AccountState.starting(Micros.of(vector.number("initial"))));
        double[] updates = vector.numbers("updates");
        for (int i = 0; i < updates.length; i++) {
            long equity = Micros.of(updates[i]);
            Account account = new Account(AccountState.starting(equity));
            guard.onClose(account, new ArrayList<>());
            assertThat(guard.drawdown(equity))
                    .isEqualTo(vector.expected().get(i).get(0).asDouble());
            assertThat(Micros.toDouble(guard.snapshot(account, false).peakEquityMicros()))
                    .isEqualTo(vector.expected().get(i).get(1).asDouble());
        }
    }

    /** The breaker alone; that an account is traded small for a session after the review is the portfolio's rule. */
    private static void circuitBreaker(Vector vector) {
        DrawdownBreaker breaker = new DrawdownBreaker(CONFIG);
        TradingStatus status = TradingStatus.ACTIVE;
        for (int i = 0; i < vector.expected().size(); i++) {
            JsonNode step = vector.inputs().get("sequence").get(i);
            status = step.isTextual() ? breaker.afterHalt(0) : breaker.next(status, step.asDouble());
            assertThat(status.name())
                    .as(vector + " step " + i)
                    .isEqualTo(vector.expected().get(i).get(0).asText());
            assertThat(status == TradingStatus.DISABLED)
                    .isEqualTo(vector.expected().get(i).get(1).asBoolean());
        }
    }

    private static void multipliers(Vector vector) {
        TradingStatus status =
                TradingStatus.valueOf(vector.inputs().get("status").asText());

        assertThat(new PositionSizer(CONFIG).sizeFactor(status))
                .isEqualTo(vector.expected().get("size").asDouble());
        assertThat(status == TradingStatus.ACTIVE ? CONFIG.trendStopAtr() : CONFIG.reducedTrendStopAtr())
                .isEqualTo(vector.expected().get("stop_atr").asDouble());
    }

    private static void positionValues(Vector vector) {
        AccountState.Position held = position(vector.inputs());
        long current = Micros.of(vector.number("current"));

        assertThat(Micros.toDouble(held.valueMicros(current)))
                .isEqualTo(vector.expected().get("market_value").asDouble());
        assertThat(Micros.toDouble(held.gainMicros(current)))
                .isEqualTo(vector.expected().get("unrealized_pnl").asDouble());
        assertThat(Micros.toDouble(-held.gainMicros(held.stopMicros())))
                .isEqualTo(vector.expected().get("risk_amount").asDouble());
    }

    private static void dailyLoss(Vector vector) {
        double start = vector.number("session_start");
        Portfolio portfolio = Given.anAccountWith(start);
        long day = 1;
        double profit = 0;
        for (int i = 0; i < vector.expected().size(); i++) {
            JsonNode event = vector.inputs().get("events").get(i);
            switch (event.asText()) {
                case "RESET" -> portfolio.resume("reset");
                case "NEW_SESSION" -> {
                    day++;
                    start += profit;
                    portfolio = atProfit(portfolio, start, 0, day, i);
                    profit = 0;
                }
                default -> {
                    profit = event.asDouble();
                    portfolio = atProfit(portfolio, start, profit, day, i);
                }
            }
            boolean blocked = portfolio.state().status() == TradingStatus.DISABLED;
            assertThat(blocked ? "BLOCKED" : "OPEN")
                    .as(vector + " event " + i)
                    .isEqualTo(vector.expected().get(i).asText());
        }
    }

    /** The same account with this profit of the session, seen at one more close. */
    private static Portfolio atProfit(Portfolio before, double start, double profit, long day, long time) {
        AccountState state = before.state();
        Portfolio after = Portfolio.restored(
                CONFIG,
                Given.IDS,
                new AccountState(
                        Micros.of(start + profit),
                        state.initialCashMicros(),
                        0,
                        state.peakEquityMicros(),
                        state.sessionDay(),
                        state.sessionOpenEquityMicros(),
                        state.lastEquityMicros(),
                        0,
                        state.status(),
                        state.haltTrigger(),
                        state.haltReason(),
                        List.of(),
                        List.of(),
                        Map.of()));
        after.onBars(time, day, List.of());
        return after;
    }

    private static void sizer(Vector vector) {
        JsonNode given = vector.inputs().get("account");
        boolean blocked = given.get("daily_pnl").asDouble()
                <= -0.03 * given.get("session_start").asDouble();
        double entry = vector.number("entry");
        double stop = vector.number("stop");
        double deployed = given.get("deployed").asDouble();
        Portfolio portfolio = Portfolio.restored(CONFIG, Given.IDS, deployedAccount(given, deployed));
        portfolio.onBars(1, 1, List.of());
        if (blocked) {
            portfolio.halt("DAILY_LOSS", "three percent", false, "req", 1);
        }

        List<Decision> decisions =
                portfolio.onBars(2, 1, List.of(Given.aBar("SPY", entry, "s", Given.aTrendEntry(entry, stop))));

        List<Decision.Approved> approvals = Given.only(Decision.Approved.class, decisions);
        long shares = approvals.isEmpty() ? 0 : approvals.getFirst().ticket().shares();
        double risk =
                approvals.isEmpty() ? 0 : Micros.toDouble(approvals.getFirst().riskMicros());
        assertThat(shares)
                .as(vector.toString())
                .isEqualTo(vector.expected().get("shares").asLong());
        assertThat(vector.matches(risk, vector.expected().get("risk").asDouble()))
                .isTrue();
        assertThat(code(decisions)).isEqualTo(vector.expected().get("code").asText());
    }

    private static AccountState deployedAccount(JsonNode given, double deployed) {
        AccountState.Position held = new AccountState.Position(
                "OLD", Side.LONG, Mode.TREND, "old", null, 0, 1, Micros.of(deployed), 0, 0, 0, Double.NaN, 0, false);
        return account(Micros.of(given.get("cash").asDouble()), List.of(held), Map.of("OLD", Micros.of(deployed)));
    }

    private static String code(List<Decision> decisions) {
        List<Decision.Denied> denials = Given.only(Decision.Denied.class, decisions);
        if (denials.isEmpty()) {
            return "SUCCESS";
        }
        return switch (denials.getFirst().code()) {
            case "REJECTED_TRADING_DISABLED" -> "KILL_SWITCH_ACTIVE";
            case "REJECTED_INVALID" -> "INVALID_RISK";
            default -> denials.getFirst().code();
        };
    }
}
