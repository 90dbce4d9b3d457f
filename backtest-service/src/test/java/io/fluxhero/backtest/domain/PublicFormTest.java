package io.fluxhero.backtest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever we say, the public door passes on: its document knows every field of ours by name. */
class PublicFormTest {

    private static final Path DOCUMENT = Path.of("../contracts/openapi.yaml");
    private static final String SCHEMA_INDENT = "    ";
    private static final String FIELD_INDENT = "        ";

    static Stream<Arguments> ours() {
        return Stream.of(
                Arguments.of(RunResult.class, "BacktestResult"),
                Arguments.of(RunResult.Overfit.class, "Overfit"),
                Arguments.of(RunResult.YearOfReturns.class, "YearOfReturns"),
                Arguments.of(RunResult.DrawdownSpan.class, "DrawdownSpan"),
                Arguments.of(RunResult.TradesInCommon.class, "TradesInCommon"),
                Arguments.of(RunTrade.class, "BacktestTrade"),
                Arguments.of(RunSummary.class, "BacktestSummary"),
                Arguments.of(WalkForwardAnswer.class, "WalkForwardResult"),
                Arguments.of(WalkForwardAnswer.Window.class, "WalkForwardWindow"),
                Arguments.of(WalkForwardAnswer.Spread.class, "ParameterSpread"),
                Arguments.of(WalkForwardAnswer.Gap.class, "DateGap"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("ours")
    void the_door_knows_every_field(Class<? extends Record> ours, String schema) throws IOException {
        Set<String> fields = new LinkedHashSet<>();
        for (RecordComponent component : ours.getRecordComponents()) {
            fields.add(new SnakeCaseStrategy().translate(component.getName()));
        }

        assertThat(fieldsBySchema().get(schema)).as(schema).isNotNull().containsAll(fields);
    }

    /** Reads the indentation, which is all that is needed here. */
    private static Map<String, Set<String>> fieldsBySchema() throws IOException {
        Map<String, Set<String>> schemas = new LinkedHashMap<>();
        Set<String> current = new LinkedHashSet<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (line.matches(SCHEMA_INDENT + "[A-Za-z]+:")) {
                current = new LinkedHashSet<>();
                schemas.putIfAbsent(line.strip().replace(":", ""), current);
            } else if (line.matches(FIELD_INDENT + "[a-z0-9_]+:")) {
                current.add(line.strip().replace(":", ""));
            }
        }
        return schemas;
    }
}
