package io.fluxhero.risk.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.RiskConfig;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T05:00:00Z");
    private static final Instant NOON = Instant.parse("2026-01-05T17:00:00Z");
    private static final AccountState TRADING = portfolio().state();

    private final Account opened = Account.opened("PAPER-001", TRADING);

    private static Portfolio portfolio() {
        return Portfolio.starting(RiskConfig.defaults(), (cause, leg) -> cause + "/" + leg, Micros.of(100_000));
    }

    private static AccountState halted(String trigger) {
        Portfolio portfolio = portfolio();
        portfolio.halt(trigger, "because", false, "request", 1);
        return portfolio.state();
    }

    @Test
    void is_opened_in_its_first_epoch_and_has_decided_nothing() {
        assertThat(opened.name()).isEqualTo("PAPER-001");
        assertThat(opened.state()).isEqualTo(TRADING);
        assertThat(opened.revision()).isZero();
        assertThat(opened.latch()).isEqualTo(new Latch(1, 0, null, null));
        assertThat(opened.isHalted()).isFalse();
        assertThat(opened.isLatched()).isFalse();
        assertThat(opened.hasDecided(MONDAY)).isFalse();
    }

    @Test
    void remembers_the_bar_that_was_decided_and_all_before() {
        Account decided = opened.decided(MONDAY, TRADING, Account.Change.of(NOON, "rule"));

        assertThat(decided.revision()).isEqualTo(1);
        assertThat(decided.hasDecided(MONDAY)).isTrue();
        assertThat(decided.hasDecided(MONDAY.minusSeconds(1))).isTrue();
        assertThat(decided.hasDecided(MONDAY.plusSeconds(1))).isFalse();
        assertThat(decided.with(TRADING, Account.Change.of(NOON, "fill")))
                .isEqualTo(new Account("PAPER-001", TRADING, 2, MONDAY, opened.latch()));
    }

    @Test
    void begins_an_epoch_with_a_halt_and_keeps_who_was_first() {
        Account first = opened.with(halted("MANUAL"), Account.Change.of(NOON, "ann"));
        assertThat(first.isHalted()).isTrue();
        assertThat(first.isLatched()).isTrue();
        assertThat(first.latch()).isEqualTo(new Latch(2, 0, NOON, "ann"));

        assertThat(first.with(halted("MANUAL"), Account.Change.of(NOON.plusSeconds(1), "bob"))
                        .latch())
                .isEqualTo(first.latch());
        assertThat(first.with(halted("SYSTEM"), Account.Change.of(NOON.plusSeconds(1), "a rule"))
                        .latch())
                .as("another trigger is another halt")
                .isEqualTo(new Latch(3, 0, NOON.plusSeconds(1), "a rule"));
    }

    @Test
    void is_not_latched_by_the_loss_of_a_day() {
        Account lost = opened.with(halted("DAILY_LOSS"), Account.Change.of(NOON, "rule"));

        assertThat(lost.isHalted()).isTrue();
        assertThat(lost.isLatched()).isFalse();
        assertThat(lost.with(TRADING, Account.Change.of(NOON, "a new session")).latch())
                .isEqualTo(new Latch(3, 0, null, null));
    }

    @Test
    void begins_an_epoch_with_a_reset_which_ends_all_halts_before() {
        Account halted = opened.with(halted("MANUAL"), Account.Change.of(NOON, "ann"));

        assertThat(halted.with(TRADING, new Account.Change(NOON, "bob", true)).latch())
                .isEqualTo(new Latch(3, 3, null, null));
        assertThat(opened.with(TRADING, new Account.Change(NOON, "bob", true)).latch())
                .as("there is nothing to reset")
                .isEqualTo(opened.latch());
    }

    @Test
    void begins_an_epoch_with_every_start_and_stays_halted() {
        Account halted = opened.decided(MONDAY, halted("MANUAL"), Account.Change.of(NOON, "ann"));

        assertThat(halted.restarted())
                .isEqualTo(new Account("PAPER-001", halted.state(), 2, MONDAY, new Latch(3, 0, NOON, "ann")));
    }

    @Test
    void takes_over_a_newer_epoch_and_no_older_one() {
        Account halted = opened.decided(MONDAY, halted("MANUAL"), Account.Change.of(NOON, "ann"));

        assertThat(halted.seen(7))
                .isEqualTo(new Account("PAPER-001", halted.state(), 2, MONDAY, new Latch(7, 0, NOON, "ann")));
        assertThat(halted.seen(2).latch()).isEqualTo(halted.latch());
        assertThat(halted.seen(1).latch()).isEqualTo(halted.latch());
    }
}
