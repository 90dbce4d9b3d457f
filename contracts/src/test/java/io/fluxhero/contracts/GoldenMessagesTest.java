package io.fluxhero.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenMessagesTest {

    private static final ObjectMapper JSON = Wire.mapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    static Stream<Message> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void is_written_as_the_reviewed_text(Message message) throws IOException {
        String pretty = PRETTY.writeValueAsString(JSON.readTree(Wire.write(message))) + "\n";

        Golden.matches(goldenOf(message), pretty);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void is_read_back_as_it_was(Message message) throws IOException {
        Class<? extends Message> topicType = TopicTypes.typeOf(message);

        Message read = Wire.read(Files.readAllBytes(goldenOf(message)), topicType);

        assertThat(read).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void names_its_type_and_schema_version(Message message) throws IOException {
        JsonNode json = JSON.readTree(Wire.write(message));

        assertThat(json.path("type").asText()).matches("[a-z]+(-[a-z]+)*");
        assertThat(json.path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(json.has("key")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void obeys_the_published_schema(Message message) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Schemas.fileOf(TopicTypes.topicOf(message))));

        assertThat(schema.validate(JSON.readTree(Wire.write(message)))).isEmpty();
    }

    @Test
    void covers_every_record_of_every_topic() {
        Set<Class<?>> published = TopicTypes.ALL.values().stream()
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .collect(Collectors.toSet());

        assertThat(samples().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(published);
    }

    private static Path goldenOf(Message message) {
        return Path.of("src/test/resources/golden", TopicTypes.nameOf(message.getClass()) + ".json");
    }
}
