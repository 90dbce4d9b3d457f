package io.fluxhero.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** JSON Schemas made from the records; the words come from their Javadoc. */
final class Schemas {

    private static final SchemaGenerator GENERATOR = generator();

    private Schemas() {}

    static Path fileOf(String topic) {
        return Path.of("schemas", topic + ".schema.json");
    }

    /** One schema for everything that may stand on a topic. */
    static ObjectNode ofTopic(String topic) {
        Class<? extends Message> type = TopicTypes.ALL.get(topic);
        ObjectNode schema = Wire.mapper().createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:fluxhero:schema:" + topic + ":1");
        schema.put("title", topic);
        schema.put("description", Javadocs.summaryOf(type));
        ArrayNode oneOf = schema.putArray("oneOf");
        for (Class<?> record : type.getPermittedSubclasses()) {
            oneOf.add(ofRecord(record));
        }
        return schema;
    }

    /** The schema of one record, with its {@code type} and {@code schemaVersion}. */
    static ObjectNode ofRecord(Class<?> record) {
        ObjectNode schema = GENERATOR.generateSchema(record);
        schema.remove("$schema");
        schema.put("title", TopicTypes.nameOf(record));
        schema.put("description", Javadocs.summaryOf(record));
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.putObject("type").put("const", TopicTypes.nameOf(record));
        properties.putObject("schemaVersion").put("type", "integer").put("minimum", 1);
        ArrayNode required = schema.withArray("required");
        required.add("type").add("schemaVersion");
        return schema;
    }

    private static SchemaGenerator generator() {
        var builder = new SchemaGeneratorConfigBuilder(
                        Wire.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.SIMPLIFIED_ENUMS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        builder.forFields()
                .withRequiredCheck(field -> !isNullable(field))
                .withDescriptionResolver(Schemas::description);
        return new SchemaGenerator(builder.build());
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String description(FieldScope field) {
        return Javadocs.parameterOf(field.getRawMember().getDeclaringClass(), field.getName());
    }
}
