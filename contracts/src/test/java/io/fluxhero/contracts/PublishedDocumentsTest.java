package io.fluxhero.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedDocumentsTest {

    static Iterable<String> topics() {
        return TopicTypes.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void schema_of_each_topic_is_what_the_records_say(String topic) throws IOException {
        String schema =
                Wire.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(Schemas.ofTopic(topic)) + "\n";

        Golden.matches(Schemas.fileOf(topic), schema);
    }

    @Test
    void asyncapi_describes_every_topic() throws IOException {
        ObjectNode document = AsyncApi.document();

        assertThat(document.path("channels").size()).isEqualTo(Topics.ALL.size());
        String yaml = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .build()
                .writeValueAsString(document);
        Golden.matches(Path.of("asyncapi.yaml"), yaml);
    }

    @Test
    void every_topic_has_a_sealed_type() {
        assertThat(Topics.ALL.stream().map(Topics.Topic::name)).containsExactlyElementsOf(TopicTypes.ALL.keySet());
    }
}
