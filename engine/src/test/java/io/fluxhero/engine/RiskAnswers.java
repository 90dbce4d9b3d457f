package io.fluxhero.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.VectorsTest.Answer;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Concentration;
import io.fluxhero.engine.risk.CorrelationRules;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.DrawdownBreaker;
import io.fluxhero.engine.risk.EquityPeak;
import io.fluxhero.engine.risk.Given;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.PreTradeCheck;
import io.fluxhero.engine.risk.ReturnCorrelation;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.risk.RiskReport;
import io.fluxhero.engine.risk.TradingStatus;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Stops;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** How the vectors of limits, breakers and sizes are put to our classes. */
final class RiskAnswers {

    static final Map<String, Answer> ALL = Map.ofEntries(
            Map.entry("limits_size", RiskAnswers::limitsSize),
            Map.entry("limits_position", RiskAnswers::limitsPosition),
            Map.entry("limits_stop", RiskAnswers::limitsStop),
            Map.entry("limits_portfolio", RiskAnswers::limitsPortfolio),
            Map.entry("limits_new_position", RiskAnswers::limitsNewPosition),
            Map.entry("price_correlation", vector -> ReturnCorrelation.of(vector.numbers("a"), vector.numbers("b"))),
            Map.entry("equity_tracker", RiskAnswers::equityTracker),
            Map.entry("risk_metrics", RiskAnswers::riskMetrics),
            Map.entry("circuit_breaker", RiskAnswers::circuitBreaker),
            Map.entry("status_multipliers", RiskAnswers::statusMultipliers),
            Map.entry("position_values", RiskAnswers::positionValues),
            Map.entry("daily_loss_switch", RiskAnswers::dailyLossSwitch),
            Map.entry("concentration", RiskAnswers::concentration),
            Map.entry("position_sizer", RiskAnswers::positionSizer));

    private static final RiskConfig CONFIG = RiskConfig.defaults();

    private RiskAnswers() {}

    /** The usual limits with what the vector sets otherwise; its short series of prices must say something. */
    private static RiskConfig config(JsonNode set) {
        CorrelationRules usual = CorrelationRules.defaults();
        return new RiskConfig(
                set.path("max_risk_pct_trend").asDouble(CONFIG.riskPerTradeTrend()),
                set.path("max_risk_pct_mean_rev").asDouble(CONFIG.riskPerTradeMeanReversion()),
                CONFIG.neutralSizeFactor(),
                set.path("max_position_size_pct").asDouble(CONFIG.maxPositionRatio()),
                set.path("max_total_exposure_pct").asDouble(CONFIG.maxExposureRatio()),
                set.path("max_open_positions").asInt(CONFIG.maxOpenPositions()),
                CONFIG.drawdownWarning(),
                CONFIG.drawdownRecovery(),
                CONFIG.drawdownHalt(),
                CONFIG.reducedSizeFactor(),
                set.path("trend_stop_atr_multiplier").asDouble(CONFIG.trendStopAtr()),
                CONFIG.reducedTrendStopAtr(),
                CONFIG.dailyLossHalt(),
                CONFIG.concentrationHalt(),
                new CorrelationRules(
                        set.path("correlation_threshold").asDouble(usual.sizeReductionAbove()),
                        set.path("correlation_size_reduction").asDouble(usual.sizeFactor()),
                        usual.windowReturns(),
                        2,
                        usual.alertAbove(),
                        false),
                true);
    }

    private static PreTradeCheck check(Vector vector) {
        return new PreTradeCheck(config(vector.inputs().path("config")), account(vector));
    }

    private static PreTradeCheck.Proposal proposal(Vector vector) {
        JsonNode given = vector.inputs();
        double entry = given.path("entry").asDouble(given.path("new_value").asDouble());
        double stop = Series.number(given.path("stop"));
        String name = given.path("strategy").asText("TREND");
        Mode mode = name.startsWith("TREND") ? Mode.TREND : Mode.valueOf(name);
        return new PreTradeCheck.Proposal(
                "NEW",
                stop > entry ? Side.SHORT : Side.LONG,
                mode,
                entry,
                stop,
                given.path("shares").asLong(1));
    }

    private static Object limitsSize(Vector vector) {
        return (double) check(vector).sizeByRisk(proposal(vector));
    }

    private static Object limitsPosition(Vector vector) {
        return check(vector).position(proposal(vector)).code();
    }

    private static Object limitsPortfolio(Vector vector) {
        return check(vector).portfolio(proposal(vector)).code();
    }

    private static Object limitsNewPosition(Vector vector) {
        PreTradeCheck.Answer answer = check(vector).newPosition(proposal(vector));
        return Map.of("code", answer.code(), "shares", (double) answer.shares());
    }

    private static Object limitsStop(Vector vector) {
        RiskConfig config = config(vector.inputs().path("config"));
        double entry = vector.number("entry");
        Side side = vector.number("side") > 0 ? Side.LONG : Side.SHORT;
        String strategy = vector.inputs().get("strategy").asText();
        return strategy.startsWith("TREND")
                ? Stops.byRange(entry, side, vector.number("atr"), config.trendStopAtr())
                : Stops.fixed(
                        entry,
                        side,
                        vector.inputs().path("config").path("mean_rev_stop_pct").asDouble(0.03));
    }

    private static AccountState account(Vector vector) {
        JsonNode given = vector.inputs();
        List<AccountState.Position> positions = positions(given);
        Map<String, Long> marks = marks(given);
        long invested = positions.stream()
                .mapToLong(held -> held.valueMicros(marks.get(held.symbol())))
                .sum();
        long balance = Micros.of(vector.number("balance"));
        Map<String, AccountState.Closes> closes = new TreeMap<>();
        given.path("prices").properties().forEach(row -> closes.put(row.getKey(), closes(row.getValue())));
        if (given.has("new_prices")) {
            closes.put("NEW", closes(given.get("new_prices")));
        }
        return state(balance - invested, balance, positions, marks, closes);
    }

    private static AccountState.Closes closes(JsonNode prices) {
        List<Long> known = new ArrayList<>();
        prices.forEach(price -> known.add(Micros.of(price.asDouble())));
        return new AccountState.Closes(LongStream.range(0, known.size()).boxed().toList(), known);
    }

    private static List<AccountState.Position> positions(JsonNode given) {
        List<AccountState.Position> positions = new ArrayList<>();
        given.path("positions").forEach(held -> positions.add(position(held)));
        return positions;
    }

    private static Map<String, Long> marks(JsonNode given) {
        Map<String, Long> marks = new TreeMap<>();
        given.path("positions")
                .forEach(held -> marks.put(
                        held.get("symbol").asText(),
                        Micros.of(held.get("current").asDouble())));
        return marks;
    }

    private static AccountState.Position position(JsonNode given) {
        long shares = given.get("shares").asLong();
        String symbol = given.path("symbol").asText("SPY");
        return new AccountState.Position(
                symbol,
                shares < 0 ? Side.SHORT : Side.LONG,
                Mode.TREND,
                symbol,
                null,
                0,
                Math.abs(shares),
                Micros.of(given.get("entry").asDouble()),
                0,
                Micros.of(given.path("stop").asDouble()),
                0,
                Double.NaN,
                0,
                false);
    }

    private static AccountState state(
            long cash,
            long equity,
            List<AccountState.Position> positions,
            Map<String, Long> marks,
            Map<String, AccountState.Closes> closes) {
        AccountState empty = AccountState.starting(equity);
        return new AccountState(
                cash,
                equity,
                0,
                equity,
                empty.sessionDay(),
                equity,
                equity,
                0,
                TradingStatus.ACTIVE,
                null,
                null,
                positions,
                List.of(),
                marks,
                closes,
                false,
                empty.modeWeights());
    }

    private static Object equityTracker(Vector vector) {
        EquityPeak peak = new EquityPeak(Micros.of(vector.number("initial")));
        double[] updates = vector.numbers("updates");
        double[][] rows = new double[updates.length][];
        for (int i = 0; i < rows.length; i++) {
            long equity = Micros.of(updates[i]);
            peak.see(equity);
            rows[i] = new double[] {peak.drawdown(equity), Micros.toDouble(peak.micros())};
        }
        return rows;
    }

    private static Object riskMetrics(Vector vector) {
        RiskReport report = RiskReport.of(
                CONFIG,
                Micros.of(vector.number("peak")),
                Micros.of(vector.number("equity")),
                positions(vector.inputs()),
                marks(vector.inputs()));
        Map<String, Object> answer = new TreeMap<>();
        answer.put("drawdown", Micros.toDouble(report.drawdownMicros()));
        answer.put("drawdown_pct", report.drawdown());
        answer.put("level", report.level().name());
        answer.put("positions", (double) report.positions());
        answer.put("exposure", Micros.toDouble(report.exposureMicros()));
        answer.put("exposure_pct", report.exposureRatio());
        answer.put("risk_deployed", Micros.toDouble(report.riskDeployedMicros()));
        answer.put("worst_case_loss", Micros.toDouble(report.worstCaseMicros()));
        answer.put(
                "largest_position", report.largest().map(RiskAnswers::largest).orElse(null));
        return answer;
    }

    private static Object largest(RiskReport.Largest largest) {
        return Map.of(
                "symbol", largest.symbol(), "value", Micros.toDouble(largest.valueMicros()), "pct", largest.ratio());
    }

    /** The breaker alone; that an account is traded small for a session after the review is the portfolio's rule. */
    private static Object circuitBreaker(Vector vector) {
        DrawdownBreaker breaker = new DrawdownBreaker(CONFIG);
        TradingStatus status = TradingStatus.ACTIVE;
        List<Object> steps = new ArrayList<>();
        for (JsonNode step : vector.inputs().get("sequence")) {
            status = step.isTextual() ? breaker.afterHalt(0) : breaker.next(status, step.asDouble());
            steps.add(List.of(status.name(), status == TradingStatus.DISABLED));
        }
        return steps;
    }

    private static Object statusMultipliers(Vector vector) {
        TradingStatus status =
                TradingStatus.valueOf(vector.inputs().get("status").asText());
        return Map.of("size", CONFIG.sizeFactor(status), "stop_atr", CONFIG.trendStopAtr(status));
    }

    private static Object positionValues(Vector vector) {
        AccountState.Position held = position(vector.inputs());
        long current = Micros.of(vector.number("current"));
        return Map.of(
                "market_value", Micros.toDouble(held.valueMicros(current)),
                "unrealized_pnl", Micros.toDouble(held.gainMicros(current)),
                "risk_amount", Micros.toDouble(-held.gainMicros(held.stopMicros())));
    }

    private static Object concentration(Vector vector) {
        Map<String, Long> values = new TreeMap<>();
        vector.inputs()
                .get("values")
                .properties()
                .forEach(
                        row -> values.put(row.getKey(), Micros.of(row.getValue().asDouble())));
        return Concentration.reached(values, Micros.of(vector.number("equity")), CONFIG.concentrationHalt());
    }

    private static Object dailyLossSwitch(Vector vector) {
        double start = vector.number("session_start");
        Portfolio portfolio = Given.anAccountWith(start);
        long day = 1;
        double profit = 0;
        List<Object> answers = new ArrayList<>();
        for (JsonNode event : vector.inputs().get("events")) {
            switch (event.asText()) {
                case "RESET" -> portfolio.resume("reset");
                case "NEW_SESSION" -> {
                    day++;
                    start += profit;
                    profit = 0;
                    portfolio = atProfit(portfolio, start, day);
                }
                default -> {
                    profit = event.asDouble();
                    portfolio = atProfit(portfolio, start + profit, day);
                }
            }
            answers.add(portfolio.state().status() == TradingStatus.DISABLED ? "BLOCKED" : "OPEN");
        }
        return answers;
    }

    /** The same account with this equity, seen at one more close. */
    private static Portfolio atProfit(Portfolio before, double equity, long day) {
        AccountState state = before.state();
        Portfolio after = Portfolio.restored(
                CONFIG,
                Given.IDS,
                new AccountState(
                        Micros.of(equity),
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
        after.onBars(day, day, List.of());
        return after;
    }

    private static Object positionSizer(Vector vector) {
        JsonNode given = vector.inputs().get("account");
        double entry = vector.number("entry");
        double stop = vector.number("stop");
        double sessionStart = given.get("session_start").asDouble();
        Portfolio portfolio = Portfolio.restored(CONFIG, Given.IDS, deployed(given, sessionStart));
        portfolio.onBars(1, 1, List.of());
        Side side = stop > entry ? Side.SHORT : Side.LONG;
        List<Decision> decisions = portfolio.onBars(
                2, 1, List.of(Given.aBar("NEW", entry, "s", Given.anEntry(Mode.TREND, side, entry, stop))));
        List<Decision.Approved> approvals = Given.only(Decision.Approved.class, decisions);
        long shares = approvals.stream()
                .filter(approved -> approved.ticket().symbol().equals("NEW"))
                .mapToLong(approved -> approved.ticket().shares())
                .sum();
        double risk = approvals.stream()
                .mapToDouble(approved -> Micros.toDouble(approved.riskMicros()))
                .sum();
        return Map.of("code", code(decisions), "shares", (double) shares, "value", shares * entry, "risk", risk);
    }

    /** What is deployed, as one position, with the loss of the session since its open. */
    private static AccountState deployed(JsonNode given, double sessionStart) {
        double deployed = given.get("deployed").asDouble();
        double lost = given.get("daily_pnl").asDouble();
        long equity = Micros.of(given.get("balance").asDouble() + Math.min(0, lost));
        long opened = Micros.of(given.get("balance").asDouble());
        AccountState.Position held = new AccountState.Position(
                "OLD", Side.LONG, Mode.TREND, "old", null, 0, 1, Micros.of(deployed), 0, 0, 0, Double.NaN, 0, false);
        AccountState state = state(
                equity - Micros.of(deployed),
                equity,
                deployed == 0 ? List.of() : List.of(held),
                Map.of("OLD", Micros.of(deployed)),
                Map.of());
        return new AccountState(
                state.cashMicros(),
                equity,
                0,
                opened,
                1,
                Micros.of(sessionStart),
                equity,
                0,
                TradingStatus.ACTIVE,
                null,
                null,
                state.positions(),
                List.of(),
                state.marksMicros());
    }

    private static String code(List<Decision> decisions) {
        List<Decision.Denied> denials = Given.only(Decision.Denied.class, decisions);
        if (denials.isEmpty()) {
            return "SUCCESS";
        }
        return switch (denials.getFirst().code()) {
            case "REJECTED_TRADING_DISABLED" -> "KILL_SWITCH_ACTIVE";
            case "REJECTED_INVALID", "REJECTED_NO_STOP" -> "INVALID_RISK";
            case "REJECTED_INSUFFICIENT_CAPITAL" -> "INSUFFICIENT_CAPITAL";
            case "REJECTED_TOTAL_EXPOSURE" -> "EXCEEDS_TOTAL_DEPLOYMENT";
            default -> denials.getFirst().code();
        };
    }
}
