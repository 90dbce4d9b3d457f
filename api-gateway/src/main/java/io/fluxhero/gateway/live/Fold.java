package io.fluxhero.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How changes of a topic add up to its state. */
enum Fold {
    /** The newest replaces the one before. */
    LATEST {
        @Override
        JsonNode add(@Nullable JsonNode held, JsonNode change) {
            return change;
        }
    },
    /** Columns grow; a row whose time is known already is replaced. */
    COLUMNS {
        @Override
        JsonNode add(@Nullable JsonNode held, JsonNode change) {
            return held == null ? change.deepCopy() : appended((ObjectNode) held.deepCopy(), change);
        }
    },
    /** Single items, gathered newest first; an item whose id is known already takes its place at the top. */
    ITEMS {
        @Override
        JsonNode add(@Nullable JsonNode held, JsonNode change) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode().add(change);
            for (JsonNode item : held == null ? JsonNodeFactory.instance.arrayNode() : held) {
                if (items.size() < ITEMS_KEPT && !item.path("id").equals(change.path("id"))) {
                    items.add(item);
                }
            }
            return items;
        }
    };

    static final int ROWS_KEPT = 1_000;
    static final int ITEMS_KEPT = 200;

    abstract JsonNode add(@Nullable JsonNode held, JsonNode change);

    private static ObjectNode appended(ObjectNode held, JsonNode change) {
        ArrayNode times = timesOf(held);
        ArrayNode added = timesOf(change);
        for (int row = 0; row < added.size(); row++) {
            int at = indexOf(times, added.get(row).asLong());
            for (Map.Entry<String, JsonNode> column : change.properties()) {
                if (column.getValue() instanceof ArrayNode values
                        && held.get(column.getKey()) instanceof ArrayNode kept) {
                    put(kept, at, values.get(row));
                }
            }
        }
        trim(held, timesOf(held).size() - ROWS_KEPT);
        return held;
    }

    private static void put(ArrayNode column, int at, JsonNode value) {
        if (at < 0) {
            column.add(value);
        } else {
            column.set(at, value);
        }
    }

    private static void trim(ObjectNode columns, int surplus) {
        if (surplus <= 0) {
            return;
        }
        for (Map.Entry<String, JsonNode> column : columns.properties()) {
            if (column.getValue() instanceof ArrayNode values) {
                for (int i = 0; i < surplus; i++) {
                    values.remove(0);
                }
            }
        }
    }

    private static ArrayNode timesOf(JsonNode columns) {
        JsonNode times = columns.has("t") ? columns.get("t") : columns.get("time");
        if (times instanceof ArrayNode array) {
            return array;
        }
        throw new IllegalArgumentException("columns without times");
    }

    /** Searched from the end: rows come in order, corrections are of late rows. */
    private static int indexOf(ArrayNode times, long time) {
        for (int i = times.size() - 1; i >= 0; i--) {
            long held = times.get(i).asLong();
            if (held == time) {
                return i;
            }
        }
        return -1;
    }
}
