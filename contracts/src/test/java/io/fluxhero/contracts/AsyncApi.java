package io.fluxhero.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The AsyncAPI document, made from the topics and the records. */
final class AsyncApi {

    private AsyncApi() {}

    static ObjectNode document() {
        ObjectNode document = Wire.mapper().createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "FluxHero topics")
                .put("version", "1.0.0")
                .put("description", "Every message that FluxHero writes to Kafka. JSON, UTC times, decimal numbers.")
                .putObject("license")
                .put("name", "MIT");
        document.put("defaultContentType", "application/json");
        document.putObject("servers")
                .putObject("workstation")
                .put("host", "localhost:9092")
                .put("protocol", "kafka");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode components = document.putObject("components").putObject("messages");
        for (Topics.Topic topic : Topics.ALL) {
            addTopic(topic, channels, operations, components);
        }
        return document;
    }

    private static void addTopic(
            Topics.Topic topic, ObjectNode channels, ObjectNode operations, ObjectNode components) {
        Class<? extends Message> type = TopicTypes.ALL.get(topic.name());
        ObjectNode channel = channels.putObject(topic.name());
        channel.put("address", topic.name());
        channel.put("description", Javadocs.summaryOf(type));
        ObjectNode messages = channel.putObject("messages");
        for (Class<?> record : type.getPermittedSubclasses()) {
            String name = TopicTypes.nameOf(record);
            messages.putObject(name).put("$ref", "#/components/messages/" + name);
            ObjectNode message = components.putObject(name);
            message.put("name", name);
            message.put("summary", Javadocs.summaryOf(record));
            message.put("contentType", "application/json");
            message.set("payload", Schemas.ofRecord(record));
            message.putObject("bindings")
                    .putObject("kafka")
                    .putObject("key")
                    .put("type", "string")
                    .put("description", topic.key() == Topics.Key.SYMBOL ? "the symbol" : "the account");
        }
        ObjectNode operation = operations.putObject("receive-" + topic.name());
        operation.put("action", "receive");
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
    }
}
