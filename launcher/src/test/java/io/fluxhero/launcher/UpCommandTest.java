package io.fluxhero.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxhero.launcher.stack.UpOptions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class UpCommandTest {

    @Test
    void replays_five_bars_a_second_when_nothing_is_said() {
        UpOptions options = parse();

        assertThat(options.feed()).isEqualTo("replay");
        assertThat(options.speed()).isEqualTo("5");
        assertThat(options.fresh()).isFalse();
        assertThat(options.symbols()).isEqualTo("SPX");
    }

    @Test
    void takes_every_option() {
        UpOptions options = parse(
                "--feed",
                "synthetic",
                "--speed",
                "max",
                "--symbols",
                "aaa, bbb",
                "--fresh",
                "--timeframe",
                "1h",
                "--seed",
                "7",
                "--kafka",
                "broker:9092",
                "--postgres",
                "postgresql://admin:secret@db:5433/trading");

        assertThat(options.feed()).isEqualTo("synthetic");
        assertThat(options.speed()).isEqualTo("max");
        assertThat(options.symbols()).isEqualTo("AAA,BBB");
        assertThat(options.timeframe()).contains("1h");
        assertThat(options.seed()).contains(7L);
        assertThat(options.fresh()).isTrue();
        assertThat(options.kafka()).contains("broker:9092");
        assertThat(options.postgres().orElseThrow().jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/trading");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "fast", "Infinity", ""})
    void refuses_a_speed_that_is_none(String speed) {
        assertThatThrownBy(() -> parse("--speed", speed))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--speed");
    }

    @Test
    void tells_the_services_the_account_where_one_is_named() {
        assertThat(parse().environment()).isEmpty();
        assertThat(parse("--account", "PAPER-002").environment())
                .containsOnly(Map.entry("FLUXHERO_ACCOUNT", "PAPER-002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "-x", "x;y"})
    void refuses_a_name_that_no_account_has(String name) {
        assertThatThrownBy(() -> parse("--account", name)).hasMessageContaining("--account must be");
    }

    @Test
    void audits_every_minute_unless_told_otherwise() {
        assertThat(parse().auditEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(parse("--audit-every", "0").auditEvery()).isZero();
        assertThatThrownBy(() -> parse("--audit-every", "-1")).hasMessageContaining("--audit-every");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "broker:port", "http://broker:9092"})
    void refuses_a_broker_without_host_and_port(String address) {
        assertThatThrownBy(() -> parse("--kafka", address)).hasMessageContaining("--kafka");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "mysql://db/trading", "postgresql://db"})
    void refuses_a_database_that_is_no_postgres_url(String url) {
        assertThatThrownBy(() -> parse("--postgres", url)).hasMessageContaining("--postgres");
    }

    @Test
    void explains_itself_and_every_command() {
        CommandLine fluxhero = FluxHero.commandLine();

        assertThat(fluxhero.getUsageMessage()).contains("up", "down", "status", "logs", "token", "doctor", "test");
        assertThat(fluxhero.getSubcommands().values())
                .allSatisfy(command -> assertThat(command.getUsageMessage()).contains("--help"));
    }

    private static UpOptions parse(String... arguments) {
        CommandLine fluxhero = FluxHero.commandLine();
        fluxhero.parseArgs(Stream.concat(Stream.of("up"), Stream.of(arguments)).toArray(String[]::new));
        return fluxhero.getSubcommands().get("up").<UpCommand>getCommand().options();
    }
}
