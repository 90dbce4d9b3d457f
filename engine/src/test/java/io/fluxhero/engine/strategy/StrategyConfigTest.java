package io.fluxhero.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.strategy.StrategyConfig.Modes;
import org.junit.jupiter.api.Test;

class StrategyConfigTest {

    @Test
    void has_a_hash_that_changes_with_any_parameter() {
        String usual = StrategyConfig.defaults().hash();

        assertThat(usual)
                .matches("[0-9a-f]{16}")
                .isEqualTo(StrategyConfig.defaults().hash());
        assertThat(new StrategyConfig(Modes.TREND, 60, false, 50, 0.5, 0.3, 2.5, 0.03, 30, 70).hash())
                .isNotEqualTo(usual);
        assertThat(new StrategyConfig(Modes.DUAL, 60, false, 50, 0.5, 0.3, 2.5, 0.03, 30, 71).hash())
                .isNotEqualTo(usual);
    }
}
