package io.fluxhero.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.fluxhero.contracts.alert.RiskAlert;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.portfolio.PortfolioMessage;
import io.fluxhero.contracts.signal.SignalMessage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which sealed type lives on which topic, for the documents made from the records. */
final class TopicTypes {

    static final Map<String, Class<? extends Message>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(Topics.CANDLES, CandleMessage.class);
        ALL.put(Topics.INDICATORS, IndicatorMessage.class);
        ALL.put(Topics.SIGNALS, SignalMessage.class);
        ALL.put(Topics.ORDERS, OrderMessage.class);
        ALL.put(Topics.FILLS, FillMessage.class);
        ALL.put(Topics.RISK_ALERTS, RiskAlert.class);
        ALL.put(Topics.PORTFOLIO, PortfolioMessage.class);
    }

    private TopicTypes() {}

    static String topicOf(Message message) {
        return ALL.entrySet().stream()
                .filter(entry -> entry.getValue().isInstance(message))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static Class<? extends Message> typeOf(Message message) {
        return ALL.get(topicOf(message));
    }

    /** The {@code type} that stands in the JSON of {@code record}. */
    static String nameOf(Class<?> record) {
        return ALL.values().stream()
                .flatMap(type ->
                        Arrays.stream(type.getAnnotation(JsonSubTypes.class).value()))
                .filter(subtype -> subtype.value().equals(record))
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
    }
}
