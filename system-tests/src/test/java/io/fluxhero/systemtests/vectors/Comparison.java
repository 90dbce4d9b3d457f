package io.fluxhero.systemtests.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer is the known one: numbers within {@code tolerance × max(1, |a|, |b|)}, null where there is no value,
 * everything else as it is written.
 */
record Comparison(double tolerance) {

    boolean same(JsonNode expected, @Nullable Object actual) {
        if (expected.isNull()) {
            return actual == null || (actual instanceof Double number && Double.isNaN(number));
        }
        if (expected.isNumber()) {
            return actual instanceof Number number && close(expected.asDouble(), number.doubleValue());
        }
        if (expected.isArray()) {
            List<@Nullable Object> items = items(actual);
            return items != null && items.size() == expected.size() && sameItems(expected, items);
        }
        if (expected.isObject()) {
            return actual instanceof Map<?, ?> map
                    && expected.isEmpty() == map.isEmpty()
                    && expected.properties().stream()
                            .allMatch(entry ->
                                    map.containsKey(entry.getKey()) && same(entry.getValue(), map.get(entry.getKey())));
        }
        return actual != null && expected.asText().equals(actual.toString());
    }

    private boolean sameItems(JsonNode expected, List<@Nullable Object> items) {
        for (int i = 0; i < items.size(); i++) {
            if (!same(expected.get(i), items.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean close(double a, double b) {
        return Math.abs(a - b) <= tolerance * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    private static @Nullable List<@Nullable Object> items(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        if (value == null || !value.getClass().isArray()) {
            return null;
        }
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            items.add(Array.get(value, i));
        }
        return items;
    }

    /** An answer in one line. */
    static String text(@Nullable Object value) {
        List<@Nullable Object> items = items(value);
        if (items != null) {
            return items.stream().map(Comparison::text).toList().toString();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                    .toList()
                    .toString();
        }
        return String.valueOf(value);
    }
}
