package io.fluxhero.launcher.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Wire;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares two messages field by field, in their form on the wire. */
final class Fields {

    /** Fields that say when and under which guard an order was let out, not what was decided. */
    private static final Set<String> OF_THE_MOMENT = Set.of("riskEpoch", "expiresAt");

    private Fields() {}

    /** The first field that differs, by name. */
    static Optional<Difference> firstDifference(String what, Instant barTime, Recorded<?> recorded, Message again) {
        return difference("", treeOf(recorded.message()), treeOf(again))
                .map(found ->
                        new Difference(barTime, what, found.path(), found.recorded(), found.again(), recorded.place()));
    }

    /** The whole message on one line. */
    static String inWords(Message message) {
        return treeOf(message).toString();
    }

    private record Found(String path, String recorded, String again) {}

    private static ObjectNode treeOf(Message message) {
        ObjectNode tree = Wire.mapper().valueToTree(message);
        tree.remove(OF_THE_MOMENT);
        return tree;
    }

    private static Optional<Found> difference(String path, JsonNode recorded, JsonNode again) {
        if (recorded.isObject() && again.isObject()) {
            Set<String> names = new TreeSet<>();
            recorded.fieldNames().forEachRemaining(names::add);
            again.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                Optional<Found> found =
                        difference(path.isEmpty() ? name : path + "." + name, of(recorded, name), of(again, name));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return isSame(recorded, again)
                ? Optional.empty()
                : Optional.of(new Found(path, inWords(recorded), inWords(again)));
    }

    private static boolean isSame(JsonNode recorded, JsonNode again) {
        if (recorded.isNumber() && again.isNumber()) {
            return recorded.decimalValue().compareTo(again.decimalValue()) == 0;
        }
        return recorded.equals(again);
    }

    private static JsonNode of(JsonNode tree, String name) {
        JsonNode value = tree.path(name);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private static String inWords(JsonNode value) {
        return value.isMissingNode() ? "(nothing)" : value.toString();
    }
}
