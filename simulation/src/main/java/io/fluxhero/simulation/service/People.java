package io.fluxhero.simulation.service;

import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderIntent;
import io.fluxhero.engine.risk.OrderTerms;
import io.fluxhero.risk.CarryOutCommand;
import io.fluxhero.risk.domain.command.Command;
import io.fluxhero.risk.domain.command.CommandOutcome.Code;
import io.fluxhero.risk.domain.command.PersonalOrder;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.market.Plan;
import io.fluxhero.simulation.world.Chance;
import io.fluxhero.simulation.world.Fault;
import io.fluxhero.simulation.world.World;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Traders and administrators: they stop trading, allow it again and close positions, and ask again without an answer. */
public final class People {

    private static final int MOST_ACTS = 4;
    private static final int MOST_TRIES = 30;
    private static final Command.Person TRADER = new Command.Person("trader", "TRADER");
    private static final Command.Person ADMIN = new Command.Person("admin", "ADMIN");

    private final Plan plan;
    private final World world;
    private final Topics topics;
    private final RiskService risk;
    private final ExecutionService execution;
    private final Chance chance;
    /** A source of its own, so that worlds without a reset are what they were before there was one. */
    private final Chance resets;

    private final Set<String> done = new HashSet<>();
    private int acts;

    public People(Plan plan, World world, Topics topics, RiskService risk, ExecutionService execution) {
        this.plan = plan;
        this.world = world;
        this.topics = topics;
        this.risk = risk;
        this.execution = execution;
        this.chance = world.chance().about("people");
        this.resets = world.chance().about("resets");
    }

    /** Acts that were answered with done. */
    public int done() {
        return done.size();
    }

    /** Puts what they will want on the agenda. */
    public void come() {
        long day = plan.bars() * plan.spacingMillis();
        int most = chance.below(MOST_ACTS + 1);
        for (int i = 0; i < most; i++) {
            long at = 500 + (long) (chance.unit() * day);
            switch (chance.below(7)) {
                case 0 -> halt(at, Command.Action.HALT);
                case 1, 2 -> halt(at, Command.Action.HALT_AND_CLOSE_ALL);
                case 3 -> plan(at, command(Command.Action.CANCEL_ALL, TRADER, null));
                case 4, 5 -> plan(at, command(Command.Action.ORDER, TRADER, symbol()));
                default -> plan(at, command(Command.Action.CLOSE, TRADER, symbol()));
            }
        }
    }

    /** The switch, perhaps twice, and some time later the reset. */
    private void halt(long at, Command.Action action) {
        Command command = command(action, TRADER, null);
        plan(at, command);
        if (action == Command.Action.HALT_AND_CLOSE_ALL && resets.odds(0.7)) {
            String capital = String.valueOf(50_000 + resets.below(100_000));
            String key = "reset-" + command.idempotencyKey();
            plan(
                    at + 200 + resets.below(10_000),
                    new Command(Command.Action.RESET_PAPER_ACCOUNT, ADMIN, "anew", null, capital, key, "req-" + key));
        }
        if (chance.odds(0.5)) {
            world.agenda().in(at + chance.below(30), () -> fence(1));
        }
        if (chance.odds(0.3)) {
            plan(at + chance.below(400), chance.odds(0.5) ? command : command(action, ADMIN, null));
            world.agenda().in(at, () -> world.faults().hit(Fault.HALT_TWICE));
        }
        if (chance.odds(0.8)) {
            plan(at + 1_000 + chance.below(20_000), command(Command.Action.RESUME, ADMIN, null));
        }
    }

    /** The gateway tells execution beside risk, with an epoch above the one that execution shows. */
    private void fence(int tries) {
        if (!execution.fenceByHand("trader", "because") && tries < MOST_TRIES) {
            world.agenda().in(300, () -> fence(tries + 1));
        }
    }

    /** A risk that was restored, or that two believe to be, speaks with an epoch that is over. */
    private void haunt() {
        long over = execution.witness().epoch() - 1;
        topics.topic(io.fluxhero.contracts.Topics.ORDERS).all().stream()
                .flatMap(one -> topics.carrier().find(one.value(), OrderApproved.class).stream())
                .filter(order -> order.intent() == OrderIntent.ENTRY)
                .findFirst()
                .ifPresent(order -> {
                    world.faults().hit(Fault.GHOST_ORDER);
                    topics.haunt(ghost(order, over));
                });
    }

    private OrderApproved ghost(OrderApproved order, long epoch) {
        String id = "ghost-" + acts++;
        return new OrderApproved(
                new Meta("msg-" + id, id, order.meta().occurredAt()),
                order.account(),
                id,
                null,
                order.symbol(),
                order.timeframe(),
                order.barTime(),
                order.intent(),
                order.side(),
                order.orderType(),
                order.quantity(),
                order.limitPrice(),
                order.stopPrice(),
                order.positionSide(),
                order.mode(),
                order.protectiveStop(),
                order.takeProfit(),
                order.averageVolume(),
                order.cashLimit(),
                null,
                order.configHash(),
                epoch,
                null);
    }

    private String symbol() {
        return plan.symbols().get(chance.below(plan.symbols().size()));
    }

    /** Some shares, at once or at a price near the last one; a sale reduces what is held. */
    private PersonalOrder personal(String symbol) {
        Chance own = world.chance().about("order/" + symbol);
        long price = risk.tables().account().state().marksMicros().getOrDefault(symbol, 50_000_000L);
        boolean buys = own.odds(0.6);
        OrderTerms terms = own.odds(0.5) ? OrderTerms.MARKET : OrderTerms.limit(rounded(price, own, 0.01));
        long stop = buys ? rounded((long) (price * 0.95), own, 0.005) : 0;
        return new PersonalOrder(symbol, buys, own.between(1, 60), terms, stop, 0);
    }

    /** To the cent, a little around the price. */
    private static long rounded(long micros, Chance chance, double around) {
        long near = (long) (micros * (1 + around * (2 * chance.unit() - 1)));
        return Math.max(10_000, near / 10_000 * 10_000);
    }

    private Command command(Command.Action action, Command.Person by, @Nullable String symbol) {
        String key = "act-" + acts++;
        return new Command(action, by, "because", symbol, "", key, "req-" + key);
    }

    private void plan(long at, Command command) {
        world.agenda().in(at, () -> order(command, 1));
    }

    private void order(Command command, int tries) {
        world.trace().add("act", command.action().name(), tries);
        note(command);
        Optional<CarryOutCommand.Answer> answer = risk.act(desk -> switch (command.action()) {
            case HALT, HALT_AND_CLOSE_ALL -> desk.halt(command);
            case RESUME -> desk.resume(command, true);
            case RESET_PAPER_ACCOUNT -> desk.resetPaperAccount(command, new BigDecimal(command.details()));
            case CLOSE -> desk.close(command);
            case ORDER -> desk.place(command, personal(Objects.requireNonNull(command.symbol())));
            case CANCEL_ALL -> desk.cancelAll(command);
            case CANCEL -> throw new IllegalArgumentException("they cancel all or nothing");
        });
        if (answer.isEmpty()) {
            if (tries < MOST_TRIES) {
                world.agenda().in(300 + chance.below(1_500), () -> order(command, tries + 1));
            }
            return;
        }
        Code code = answer.get().outcome().code();
        world.trace().add("act.answered", code.name(), tries);
        if (code == Code.DONE) {
            done.add(answer.get().outcome().requestId());
        }
        learn(command, code, tries);
    }

    private void note(Command command) {
        boolean halts =
                command.action() == Command.Action.HALT || command.action() == Command.Action.HALT_AND_CLOSE_ALL;
        if (halts) {
            world.faults().hit(Fault.HALT);
            if (topics.isAway()) {
                world.faults().hit(Fault.HALT_WITHOUT_TOPICS);
            }
            if (!execution.isAlive()) {
                world.faults().hit(Fault.HALT_WITHOUT_EXECUTION);
            }
        }
    }

    /** What the answer counts as; who is told that it is not safe yet asks again later. */
    private void learn(Command command, Code code, int tries) {
        if (command.action() == Command.Action.ORDER && code == Code.DONE) {
            world.faults().hit(Fault.ORDERED_BY_HAND);
        } else if (command.action() == Command.Action.CANCEL_ALL && code == Code.DONE) {
            world.faults().hit(Fault.CANCELLED_BY_HAND);
        } else if (command.action() == Command.Action.CLOSE && code == Code.DONE) {
            world.faults().hit(Fault.CLOSED_BY_HAND);
        } else if (command.action() == Command.Action.RESUME && code == Code.DONE) {
            world.faults().hit(Fault.RESET);
            if (chance.odds(0.5)) {
                world.agenda().in(chance.below(3_000), this::haunt);
            }
        } else if (command.action() == Command.Action.RESET_PAPER_ACCOUNT && code == Code.DONE) {
            world.faults().hit(Fault.PAPER_RESET);
        } else if (code == Code.NOT_RESETTABLE && tries < MOST_TRIES) {
            world.agenda().in(500 + resets.below(4_000), () -> order(command, tries + 1));
        } else if (code == Code.NOT_SAFE) {
            world.faults().hit(Fault.RESET_REFUSED);
            if (tries < MOST_TRIES) {
                world.agenda().in(2_000 + chance.below(4_000), () -> order(command, tries + 1));
            }
        }
    }
}
