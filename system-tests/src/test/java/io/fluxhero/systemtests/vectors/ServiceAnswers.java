package io.fluxhero.systemtests.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.market.Candle;
import io.fluxhero.execution.domain.broker.AlpacaStatus;
import io.fluxhero.execution.domain.position.TradeStatus;
import io.fluxhero.execution.domain.schedule.ArchiveRule;
import io.fluxhero.execution.domain.schedule.Chase;
import io.fluxhero.execution.domain.schedule.HourlyClose;
import io.fluxhero.gateway.limit.SlidingWindow;
import io.fluxhero.gateway.state.Freshness;
import io.fluxhero.marketdata.domain.Backoff;
import io.fluxhero.marketdata.domain.CandleBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the vectors of data and execution are put to the classes of the services. */
final class ServiceAnswers {

    static final Map<String, Function<Vector, @Nullable Object>> ALL = Map.of(
            "candle_buffer", ServiceAnswers::candleBuffer,
            "feed_status", ServiceAnswers::feedStatus,
            "rate_limit_window", ServiceAnswers::rateLimit,
            "backoff", ServiceAnswers::backoff,
            "archive_selection", ServiceAnswers::archive,
            "schedule_submit", ServiceAnswers::submitAt,
            "hour_windows", ServiceAnswers::hourWindows,
            "due_orders", ServiceAnswers::dueOrders,
            "chase_timeline", ServiceAnswers::chase,
            "alpaca_status", ServiceAnswers::alpacaStatus);

    private static final long NO_CAP_S = 86_400;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private ServiceAnswers() {}

    private static Object candleBuffer(Vector vector) {
        CandleBuffer buffer = new CandleBuffer(vector.inputs().get("capacity").asInt());
        for (int i = 0; i < vector.inputs().get("adds").asInt(); i++) {
            buffer.add(new Candle(i, i, i, i, i, i));
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("size", buffer.size());
        answer.put("full", buffer.isFull());
        answer.put("oldest", buffer.size() == 0 ? null : buffer.at(0).close());
        answer.put("latest", buffer.size() == 0 ? null : buffer.at(-1).close());
        answer.put(
                "last_n",
                buffer.last(vector.inputs().get("last_n").asInt()).stream()
                        .map(Candle::close)
                        .toList());
        return answer;
    }

    private static Object feedStatus(Vector vector) {
        Duration active = seconds(vector.inputs().get("active_below_s"));
        Duration delayed = seconds(vector.inputs().get("delayed_below_s"));
        return texts(
                vector,
                "ages_s",
                age -> Freshness.of(seconds(age), active, delayed).name());
    }

    private static Object rateLimit(Vector vector) {
        SlidingWindow window = new SlidingWindow(
                vector.inputs().get("limit").asInt(), seconds(vector.inputs().get("window_s")));
        return texts(
                vector,
                "times_s",
                time -> window.hit("client", Instant.EPOCH.plus(seconds(time))).admitted() ? "OK" : "REJECT");
    }

    private static Object backoff(Vector vector) {
        JsonNode cap = vector.inputs().path("cap_s");
        Backoff backoff = new Backoff(
                seconds(vector.inputs().get("base_s")), cap.isNumber() ? seconds(cap) : Duration.ofSeconds(NO_CAP_S));
        List<Object> waits = new ArrayList<>();
        for (int failures = 1; failures <= vector.inputs().get("retries").asInt(); failures++) {
            waits.add(backoff.after(failures).toNanos() / 1e9);
        }
        return waits;
    }

    private static Object archive(Vector vector) {
        ArchiveRule rule = new ArchiveRule(vector.inputs().get("retention_days").asInt());
        LocalDate today = LocalDate.ofEpochDay(vector.inputs().get("today_day").asLong());
        List<Object> ids = new ArrayList<>();
        for (JsonNode trade : vector.inputs().get("trades")) {
            JsonNode exit = trade.get("exit_day");
            TradeStatus status = TradeStatus.valueOf(trade.get("status").asText());
            if (rule.putsAway(status, exit.isNull() ? null : LocalDate.ofEpochDay(exit.asLong()), today)) {
                ids.add(trade.get("id").asInt());
            }
        }
        return ids;
    }

    private static @Nullable Object submitAt(Vector vector) {
        return HourlyClose.submitAt(LocalTime.parse(vector.inputs().get("now").asText()))
                .map(CLOCK::format)
                .orElse(null);
    }

    private static Object hourWindows(Vector vector) {
        List<Object> checks = new ArrayList<>();
        List<Object> submissions = new ArrayList<>();
        for (JsonNode time : vector.inputs().get("times")) {
            checks.add(HourlyClose.isSignalCheck(LocalTime.parse(time.asText())));
            submissions.add(HourlyClose.isSubmission(LocalTime.parse(time.asText())));
        }
        return Map.of("signal_check", checks, "submit", submissions);
    }

    private static Object dueOrders(Vector vector) {
        HourlyClose rule = new HourlyClose(seconds(vector.inputs().get("window_s")));
        LocalTime scheduled = LocalTime.parse(vector.inputs().get("scheduled").asText());
        List<Object> due = new ArrayList<>();
        for (JsonNode now : vector.inputs().get("now")) {
            due.add(rule.isDue(scheduled, LocalTime.parse(now.asText())));
        }
        return due;
    }

    private static Object chase(Vector vector) {
        Chase chase = new Chase(
                seconds(vector.inputs().get("chase_after_s")),
                vector.inputs().get("max_attempts").asInt());
        int poll = vector.inputs().get("poll_s").asInt();
        List<Object> steps = new ArrayList<>();
        int attempts = 0;
        int submitted = 0;
        for (int now = poll; now <= vector.inputs().get("until_s").asInt(); now += poll) {
            Chase.Step step = chase.next(attempts, Duration.ofSeconds(now - submitted));
            if (step == Chase.Step.CHASE) {
                attempts++;
                submitted = now;
            }
            if (step != Chase.Step.WAIT) {
                steps.add(List.of(now, step.name(), attempts));
            }
            if (step == Chase.Step.ABANDON) {
                break;
            }
        }
        return steps;
    }

    private static Object alpacaStatus(Vector vector) {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (JsonNode status : vector.inputs().get("statuses")) {
            answer.put(status.asText(), AlpacaStatus.meaningOf(status.asText()).name());
        }
        return answer;
    }

    private static List<String> texts(Vector vector, String input, Function<JsonNode, String> answer) {
        List<String> texts = new ArrayList<>();
        vector.inputs().get(input).forEach(node -> texts.add(answer.apply(node)));
        return texts;
    }

    private static Duration seconds(JsonNode node) {
        return Duration.ofNanos(Math.round(node.asDouble() * 1e9));
    }
}
