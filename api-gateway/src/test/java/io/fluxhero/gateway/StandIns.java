package io.fluxhero.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Stand-ins for the services: canned answers over real HTTP. The backtest-service is away. */
public class StandIns implements QuarkusTestResourceLifecycleManager {
    public static final String TOKEN = "5f1d7a84c09be2365f1d7a84c09be236";

    /** What the last request to a path carried, by path. */
    public static final Map<String, String> SEEN = new ConcurrentHashMap<>();

    /** Paths that answer nothing but 503. */
    public static final Set<String> AWAY = ConcurrentHashMap.newKeySet();

    /** Paths that answer too late. */
    public static final Set<String> SLOW = ConcurrentHashMap.newKeySet();

    private static final long TOO_LATE_MILLIS = 5_000;

    private static final String ACCOUNT = """
            {"account":"PAPER-001","equity":100250.5,"cash":80800.1,"buying_power":80800.1,"total_pnl":250.5,
            "daily_pnl":12.5,"daily_pnl_pct":0.0125,"num_positions":1,"exposure":19450.4,"exposure_pct":19.4,
            "drawdown_pct":-0.5,"peak_equity":100750,"open_risk":412.5,"initial_capital":100000,
            "trading_status":"ACTIVE","halt_reason":null,"halt_trigger":null,"epoch":7,"as_of":"2020-01-06T05:00:00Z","config_hash":"x"}""";

    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("/execution/internal/positions", """
                    [{"id":"ord-1","symbol":"SPX","side":1,"shares":6,"entry_price":3241.86,"current_price":3250,
                    "unrealized_pnl":48.84,"stop_loss":3177.53,"take_profit":null,"entry_time":"2020-01-07T05:00:00Z"}]"""),
            Map.entry("/execution/internal/trades", """
                    {"trades":[{"id":"trd-1","symbol":"SPX","side":1,"entry_price":3241.86,"entry_time":"2020-01-07T05:00:00Z",
                    "shares":6,"status":"OPEN","signal_explanation":{"mode":"TREND","r_squared":0.81}}],
                    "total":1,"total_count":1,"page":1,"page_size":20,"total_pages":1}"""),
            Map.entry("/execution/internal/summary", """
                    {"orders_total":7,"trades_closed":3,"win_rate":0.6667,"realized_pnl":250.5}"""),
            Map.entry("/risk/internal/account", ACCOUNT),
            Map.entry("/risk/internal/limits", """
                    [{"name":"drawdown","value":0.5,"limit":20,"unit":"percent"}]"""),
            Map.entry("/risk/internal/halt", """
                    {"request_id":"r-1","status":"accepted","trading_status":"DISABLED","detail":"halted",
                    "closed":["SPX"],"order_ids":["ord-9"],"cancelled":[]}"""),
            Map.entry("/risk/internal/kill-switch", """
                    {"trading_status":"DISABLED","halt_trigger":"MANUAL","halt_reason":"drill","halted_at":
                    "2026-01-05T15:00:00Z","halted_by":"ann","epoch":8,"closing":"FLATTENING","open_positions":["SPX"],
                    "open_orders":1,"checklist":[{"name":"execution-reconciled","ok":true,"detail":"READY"}]}"""),
            Map.entry("/risk/internal/report", """
                    {"taken_at":"2026-01-05T14:00:00Z","account":"PAPER-001","session":"2026-01-02","equity":100250.5,
                    "cash":80800.1,"peak_equity":100750,"drawdown":499.5,"drawdown_pct":0.495782,"level":"NORMAL",
                    "positions":1,"exposure":19450.4,"exposure_pct":19.4,"risk_deployed":420,"worst_case":412.5,
                    "gap_case":1945.04,"largest":{"symbol":"SPX","value":19450.4,"pct":19.4},"trading_status":"ACTIVE",
                    "halt_trigger":null,"size_factor":1,"stop_atr":2.5,"modes":[{"mode":"TREND","weight":0.9,"trades":4,
                    "wins":3,"losses":1,"win_rate_pct":75,"total_pnl":250.5,"sharpe_per_trade":0.4,"max_drawdown_pct":0.5}],
                    "correlations":{"symbols":["QQQ","SPX"],"values":[[1,null],[null,1]]},"alerts":[]}"""),
            Map.entry("/risk/internal/cancel", """
                    {"request_id":"r-2","status":"accepted","trading_status":"ACTIVE","detail":"cancelling 1 orders",
                    "closed":[],"order_ids":[],"cancelled":["ord-9"],"figures":{},"epoch":7,"closing":"FLAT","untold":[]}"""),
            Map.entry("/execution/internal/fence", "{}"),
            Map.entry("/execution/internal/state", """
                    {"state":"READY","fence":{"epoch":8,"halted":true}}"""),
            Map.entry("/market/internal/feed", """
                    {"feed":"replay","state":"RUNNING","speed":5,"symbols":[{"symbol":"SPX","replay_index":500,
                    "replay_total":5000}],"last_tick_at":null}"""),
            Map.entry("/market/internal/candles", """
                    {"symbol":"SPX","timeframe":"1d","candles":[{"time":1578286800,"open":3217.55,"high":3246.84,
                    "low":3214.64,"close":3246.28,"volume":3674070000}]}"""),
            Map.entry("/signal/internal/signals/sig-1", """
                    {"signal_id":"sig-1","signal_type":"LONG","symbol":"SPX","timeframe":"1h",
                    "bar_time":"2020-01-06T15:00:00Z","side":"LONG","mode":"TREND","price":3246.28,"stop_price":3177.53,
                    "trailing_atr_multiple":2.5,"target_price":3380.5,"size_factor":0.7,"strategy":"dual-mode",
                    "config_hash":"cfg-1"}"""),
            Map.entry("/risk/internal/signals/sig-1/decisions", """
                    {"decisions":[]}"""),
            Map.entry("/execution/internal/signals/sig-1/trail", """
                    {"orders":[],"fills":[],"trade":null}"""),
            Map.entry("/risk/internal/close", ""));

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", StandIns::answer);
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> config = new HashMap<>(InMemoryConnector.switchIncomingChannelsToInMemory("topics-in"));
        config.put("fluxhero.gateway.services.market-data-url", base + "/market");
        config.put("fluxhero.gateway.services.signal-url", base + "/signal");
        config.put("fluxhero.gateway.services.risk-url", base + "/risk");
        config.put("fluxhero.gateway.services.execution-url", base + "/execution");
        config.put("fluxhero.gateway.services.backtest-url", "http://127.0.0.1:1");
        config.put("fluxhero.gateway.services.secret", "only-for-this-test");
        config.put("fluxhero.gateway.auth.secret", TOKEN);
        config.put("fluxhero.gateway.auth.failures-allowed", "3");
        config.put("fluxhero.gateway.live.auth-timeout", "1s");
        config.put("fluxhero.gateway.rate-limit.trusted-proxies", "127.0.0.1");
        config.put("fluxhero.gateway.rate-limit.requests", "200");
        return config;
    }

    @Override
    public void stop() {
        server.stop(0);
        InMemoryConnector.clear();
    }

    private static void waitTooLong() throws IOException {
        try {
            Thread.sleep(TOO_LATE_MILLIS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        SEEN.put(path, exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
        if (SLOW.contains(path)) {
            waitTooLong();
        }
        String answer = ANSWERS.get(path);
        int status = 200;
        if (path.endsWith("/risk/internal/orders")) {
            status = 422;
            answer = "{\"code\":\"order-denied\",\"detail\":\"REJECTED_NO_STOP: an entry needs a protective stop\","
                    + "\"figures\":{\"price\":100.5}}";
        } else if (path.endsWith("/internal/resume")) {
            status = 409;
            answer = "{\"code\":\"reset-refused\",\"detail\":\"1 order is open\",\"checklist\":"
                    + "[{\"name\":\"no-open-orders\",\"ok\":false,\"detail\":\"1 order is open\"}]}";
        }
        if (path.endsWith("/internal/paper-reset")) {
            status = body.contains("while held") ? 409 : 200;
            answer = resetAnswer(status);
        }
        if (AWAY.contains(path)) {
            status = 503;
            answer = "away";
        } else if (path.endsWith("/internal/close")) {
            status = 404;
            answer = "{\"code\":\"no-position\",\"detail\":\"there is no position in SPY\",\"field\":\"symbol\"}";
        } else if (path.contains("/q/")) {
            answer = "process_uptime_seconds 12.5\n";
        } else if (answer == null) {
            status = 500;
            answer = "boom";
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String resetAnswer(int status) {
        String checked = "{\"name\":\"no-open-positions\",\"ok\":false,\"detail\":\"SPX held: close the positions\"}";
        return status == 200
                ? "{\"request_id\":\"r-3\",\"status\":\"accepted\",\"trading_status\":\"ACTIVE\",\"detail\":"
                        + "\"the paper broker moves the cash from 98000 to 100000\",\"untold\":[]}"
                : "{\"code\":\"paper-reset-refused\",\"detail\":\"SPX held: close the positions\",\"checklist\":["
                        + checked + "]}";
    }
}
