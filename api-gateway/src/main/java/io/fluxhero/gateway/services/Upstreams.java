package io.fluxhero.gateway.services;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.gateway.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The five upstreams, one HTTP client. */
@ApplicationScoped
class Upstreams {
    private final Map<Service, Upstream> byService = new EnumMap<>(Service.class);

    Upstreams(GatewayConfig config, ObjectMapper json) {
        // A service may say more than we know; people may not: what they misspell would be left out silently.
        ObjectMapper tolerant = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.services().connectTimeout())
                .build();
        String basic = "fluxhero:" + config.services().secret();
        String authorization = "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
        Map<Service, java.net.URI> urls = Map.of(
                Service.MARKET_DATA, config.services().marketDataUrl(),
                Service.SIGNAL, config.services().signalUrl(),
                Service.RISK, config.services().riskUrl(),
                Service.EXECUTION, config.services().executionUrl(),
                Service.BACKTEST, config.services().backtestUrl());
        urls.forEach((service, url) -> byService.put(
                service,
                new Upstream(service, url, authorization, config.services().timeout(), client, tolerant)));
    }

    Upstream to(Service service) {
        return Objects.requireNonNull(byService.get(service));
    }
}
