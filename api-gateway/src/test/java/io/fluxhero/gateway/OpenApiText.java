package io.fluxhero.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An OpenAPI document in one fixed form. The generator orders members differently from run to run and adds the address
 * of the server that was asked: neither is part of the contract.
 */
final class OpenApiText {

    private static final YAMLMapper YAML = YAMLMapper.builder(new YAMLFactory()
                    .enable(Feature.MINIMIZE_QUOTES)
                    .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .disable(Feature.SPLIT_LINES))
            .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private OpenApiText() {}

    static String fixed(String document) throws JsonProcessingException {
        Map<String, Object> parts = new LinkedHashMap<>();
        YAML.readValue(document, Map.class).forEach((name, part) -> parts.put(name.toString(), ordered(part)));
        parts.remove("servers");
        return YAML.writeValueAsString(ordered(parts));
    }

    private static Object ordered(Object part) {
        return switch (part) {
            case Map<?, ?> members -> {
                Map<String, Object> sorted = new TreeMap<>();
                members.forEach((name, member) -> sorted.put(
                        name.toString(),
                        name.equals("required") && member instanceof List<?> names ? byName(names) : ordered(member)));
                yield sorted;
            }
            case List<?> items -> items.stream().map(OpenApiText::ordered).toList();
            default -> part;
        };
    }

    private static List<String> byName(List<?> names) {
        return names.stream().map(Object::toString).sorted().toList();
    }
}
