package io.fluxhero.gateway.services;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A query string; absent values are left out. */
final class Query {
    private final StringBuilder text = new StringBuilder();

    private Query() {}

    static Query of(String name, @Nullable Object value) {
        return new Query().and(name, value);
    }

    Query and(String name, @Nullable Object value) {
        if (value != null) {
            text.append(text.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
