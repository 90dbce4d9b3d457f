package io.fluxhero.gateway.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the records say and the scanner does not: every component is present (required), {@code @Nullable} ones
 * may be null, forms of a sealed type carry its name. Adds the problem answer to every operation.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiShape implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName RENAMED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName TOLD_BY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonTypeInfo");
    private static final DotName FORMS = DotName.createSimple("com.fasterxml.jackson.annotation.JsonSubTypes");
    private static final String VOCABULARY = "io.fluxhero.gateway.api.";
    private static final String FRAME = "Frame";

    private final IndexView index;

    public OpenApiShape(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = new TreeMap<>(document.getComponents().getSchemas());
        schemas.forEach((name, schema) -> {
            ClassInfo record = recordOf(name);
            if (record != null && schema.getProperties() != null) {
                shape(schema, record);
            }
        });
        document.getComponents().setSchemas(schemas);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponse problem = OASFactory.createAPIResponse()
                .description("Problem details (RFC 9457)")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        operation.getResponses().addAPIResponse("default", problem);
        return operation;
    }

    private @Nullable ClassInfo recordOf(String name) {
        ClassInfo found = index.getClassByName(DotName.createSimple(VOCABULARY + name));
        if (found == null) {
            found = index.getClassByName(DotName.createSimple(VOCABULARY + "frame." + name));
        }
        return found != null && found.isRecord() ? found : null;
    }

    private void shape(Schema schema, ClassInfo record) {
        boolean optionalMayBeAbsent = record.simpleName().endsWith("Request");
        List<String> required = new ArrayList<>();
        Set<String> nullable = new HashSet<>();
        for (RecordComponentInfo component : record.recordComponents()) {
            String name = nameOf(component, record);
            boolean mayBeNull = component.type().hasAnnotation(NULLABLE);
            if (!mayBeNull || !optionalMayBeAbsent) {
                required.add(name);
            }
            if (mayBeNull) {
                nullable.add(name);
            }
        }
        Map<String, Schema> properties = new TreeMap<>(schema.getProperties());
        properties.replaceAll((name, property) -> nullable.contains(name) ? orNull(property) : property);
        sealedTypeOf(record).ifPresent(type -> {
            String told = type.annotation(TOLD_BY).value("property").asString();
            properties.put(told, nameOfForm(record, type));
            required.addFirst(told);
        });
        schema.setProperties(properties);
        schema.setRequired(required);
    }

    private Optional<ClassInfo> sealedTypeOf(ClassInfo record) {
        return record.interfaceNames().stream()
                .map(index::getClassByName)
                .filter(type -> type != null && type.hasAnnotation(FORMS))
                .findFirst();
    }

    private static Schema nameOfForm(ClassInfo record, ClassInfo type) {
        Schema name = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        for (AnnotationInstance form : type.annotation(FORMS).value().asNestedArray()) {
            if (form.value().asClass().name().equals(record.name())) {
                name.addEnumeration(form.value("name").asString());
            }
        }
        return name;
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

    private static String nameOf(RecordComponentInfo component, ClassInfo record) {
        AnnotationInstance renamed = component.annotation(RENAMED);
        if (renamed != null && renamed.value() != null) {
            return renamed.value().asString();
        }
        if (record.simpleName().endsWith(FRAME)) {
            return component.name();
        }
        return component.name().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
