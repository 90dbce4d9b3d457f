package io.fluxhero.gateway.live;

import io.fluxhero.gateway.api.Symbols;
import java.util.List;
import java.util.Optional;

/** A name like {@code prices:SPY}, {@code candles:SPY:1d} or {@code account}. */
record TopicName(Kind kind, String text) {
    static TopicName of(Kind kind, String... arguments) {
        return new TopicName(
                kind, arguments.length == 0 ? kind.label() : kind.label() + ":" + String.join(":", arguments));
    }

    /** Empty where there is no such topic. */
    static Optional<TopicName> parse(String text) {
        List<String> parts = List.of(text.split(":", -1));
        for (Kind kind : Kind.values()) {
            if (kind.label().equals(parts.getFirst()) && parts.size() == kind.arguments() + 1) {
                boolean symbolOk = parts.size() < 2 || parts.get(1).matches(Symbols.PATTERN);
                boolean frameOk = parts.size() < 3 || parts.get(2).matches("[0-9]{1,2}(m|h|d|wk)");
                return symbolOk && frameOk ? Optional.of(new TopicName(kind, text)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
