package io.fluxhero.gateway.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * Writes the two things that the records say and the scanner does not: every component is present (required), and
 * {@code @Nullable} ones may be null. Adds the problem answer to every operation.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiShape implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final String VOCABULARY = "io.fluxhero.gateway.api.";

    private final IndexView index;

    public OpenApiShape(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = new TreeMap<>(document.getComponents().getSchemas());
        schemas.forEach((name, schema) -> {
            ClassInfo record = index.getClassByName(DotName.createSimple(VOCABULARY + name));
            if (record != null && record.isRecord()) {
                shape(schema, record);
            }
        });
        document.getComponents().setSchemas(schemas);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("Problem details (RFC 9457)")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/Problem")))));
        return operation;
    }

    private static void shape(Schema schema, ClassInfo record) {
        boolean request = record.simpleName().endsWith("Request");
        List<String> required = new ArrayList<>();
        Set<String> nullable = new HashSet<>();
        for (RecordComponentInfo component : record.recordComponents()) {
            String name = nameOf(component);
            boolean mayBeNull = isNullable(component.type());
            if (!mayBeNull || !request) {
                required.add(name);
            }
            if (mayBeNull) {
                nullable.add(name);
            }
        }
        schema.setRequired(required);
        Map<String, Schema> properties = new TreeMap<>(schema.getProperties());
        properties.replaceAll((name, property) -> nullable.contains(name) ? orNull(property) : property);
        schema.setProperties(properties);
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(property)
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        if (property.getType() != null && !property.getType().contains(Schema.SchemaType.NULL)) {
            property.addType(Schema.SchemaType.NULL);
        }
        return property;
    }

    private static boolean isNullable(Type type) {
        return type.hasAnnotation(NULLABLE);
    }

    private static String nameOf(RecordComponentInfo component) {
        if (component.name().equals("stored")) {
            return "native";
        }
        return component
                .name()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("^r([A-Z])", "r_$1")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
