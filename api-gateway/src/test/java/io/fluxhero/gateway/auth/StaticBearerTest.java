package io.fluxhero.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticBearerTest {
    private static final String GOOD = "5f1d7a84c09be2365f1d7a84c09be236";

    @Test
    void knows_its_own_token_only() {
        StaticBearer bearer = StaticBearer.of(GOOD);

        assertThat(bearer.matches(GOOD)).isTrue();
        assertThat(bearer.matches(GOOD + "0")).isFalse();
        assertThat(bearer.matches("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "5f1d7a84c09be2365f1d7a84c09be23",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "fluxhero-dev-secret-change-in-production",
                "your-production-secret-here-0123456789"
            })
    void refuses_what_a_stranger_could_guess(String weak) {
        assertThatThrownBy(() -> StaticBearer.of(weak))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("FLUXHERO_AUTH_SECRET ")
                .hasMessageContaining("openssl rand");
    }

    @Test
    void never_prints_the_value_that_it_refuses() {
        assertThatThrownBy(() -> StaticBearer.of("hunter2-hunter2")).hasMessageNotContaining("hunter2");
    }

    @Test
    void reads_bearers_in_any_case_and_nothing_else() {
        assertThat(Tokens.bearerIn("Bearer abc")).contains("abc");
        assertThat(Tokens.bearerIn("bearer abc ")).contains("abc");
        assertThat(Tokens.bearerIn("Basic abc")).isEmpty();
    }
}
