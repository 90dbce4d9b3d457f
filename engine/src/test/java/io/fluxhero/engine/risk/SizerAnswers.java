package io.fluxhero.engine.risk;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import java.util.Map;
import java.util.function.Function;

/** How the vectors of the execution-level sizer (domain specification h.5) are put to our classes. */
public final class SizerAnswers {

    /** By the name of the function. */
    public static final Map<String, Function<Vector, Object>> ALL = Map.of("position_sizer", SizerAnswers::size);

    private static final RiskConfig CONFIG = RiskConfig.defaults();

    private SizerAnswers() {}

    private static Object size(Vector vector) {
        JsonNode account = vector.inputs().get("account");
        double loss = -account.get("daily_pnl").asDouble()
                / account.get("session_start").asDouble();
        if (loss >= CONFIG.dailyLossHalt()) {
            return refused("KILL_SWITCH_ACTIVE");
        }
        EntryRequest entry = request(vector, Micros.of(account.get("balance").asDouble()));
        if (entry.priceMicros() <= 0 || entry.stopMicros() <= 0 || entry.distanceMicros() == 0) {
            return refused("INVALID_RISK");
        }
        EntryRequest wanted = entry.sized(new PositionSizer(CONFIG).wanted(entry));
        long byCash =
                PositionSizer.affordable(wanted, Micros.of(account.get("cash").asDouble()));
        if (byCash < 1) {
            return refused("INSUFFICIENT_CAPITAL");
        }
        long room = entry.ofEquity(CONFIG.maxExposureRatio())
                - Micros.of(account.get("deployed").asDouble());
        long shares = PositionSizer.affordable(entry.sized(byCash), room);
        return shares < 1 ? refused("EXCEEDS_TOTAL_DEPLOYMENT") : answer("SUCCESS", entry.sized(shares));
    }

    private static EntryRequest request(Vector vector, long balance) {
        long price = Micros.of(vector.number("entry"));
        long stop = Micros.of(vector.number("stop"));
        boolean reversion = vector.inputs().path("strategy").asText("TREND").startsWith("MEAN");
        return new EntryRequest(
                "SPY",
                stop <= price ? Side.LONG : Side.SHORT,
                price,
                stop,
                balance,
                reversion ? CONFIG.riskPerTradeMeanReversion() : CONFIG.riskPerTradeTrend(),
                TradingStatus.ACTIVE,
                1,
                0);
    }

    private static Object refused(String code) {
        return Map.of("code", code, "shares", 0.0, "value", 0.0, "risk", 0.0);
    }

    private static Object answer(String code, EntryRequest entry) {
        return Map.of(
                "code",
                code,
                "shares",
                (double) entry.shares(),
                "value",
                Micros.toDouble(entry.valueMicros()),
                "risk",
                Micros.toDouble(entry.riskMicros()));
    }
}
