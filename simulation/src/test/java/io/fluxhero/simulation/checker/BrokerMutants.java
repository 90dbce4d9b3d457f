package io.fluxhero.simulation.checker;

import io.fluxhero.execution.Sendings;
import io.fluxhero.execution.domain.broker.Answer;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.broker.Submission;
import io.fluxhero.simulation.service.Wiring;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What is said to the broker, broken on purpose. */
final class BrokerMutants {

    private BrokerMutants() {}

    static Map<String, Supplier<Wiring>> all() {
        Map<String, Supplier<Wiring>> all = new LinkedHashMap<>(submissions());
        all.putAll(changes());
        all.put("what is not there yet is given up", BrokerMutants::impatient);
        return all;
    }

    private static Wiring impatient() {
        return new Wiring() {
            @Override
            public Sendings sendings(Sendings sound) {
                return new Sendings(() -> Instant.EPOCH) {
                    @Override
                    public boolean mayArrive(String clientOrderId) {
                        return false;
                    }
                };
            }
        };
    }

    private static Map<String, Supplier<Wiring>> submissions() {
        Map<String, Supplier<Wiring>> all = new LinkedHashMap<>();
        all.put(
                "a new id for each try",
                () -> broker(sound -> new Passing.ToBroker(sound) {
                    private final Map<String, Integer> tries = new HashMap<>();

                    @Override
                    public Submission submit(NewOrder order) {
                        int number = tries.merge(order.clientOrderId(), 1, Integer::sum);
                        String id = number == 1 ? order.clientOrderId() : order.clientOrderId() + "-again" + number;
                        return super.submit(new NewOrder(id, order.account(), order.instruction(), order.at()));
                    }
                }));
        all.put(
                "no answer is a refusal",
                () -> broker(sound -> new Passing.ToBroker(sound) {
                    @Override
                    public Submission submit(NewOrder order) {
                        Submission answer = super.submit(order);
                        return answer instanceof Submission.Unknown unknown
                                ? new Submission.Refused("TIMEOUT", unknown.detail())
                                : answer;
                    }
                }));
        all.put(
                "no answer is an acceptance",
                () -> broker(sound -> new Passing.ToBroker(sound) {
                    @Override
                    public Submission submit(NewOrder order) {
                        Submission answer = super.submit(order);
                        return answer instanceof Submission.Unknown ? new Submission.Taken("hoped") : answer;
                    }
                }));
        return all;
    }

    private static Map<String, Supplier<Wiring>> changes() {
        Map<String, Supplier<Wiring>> all = new LinkedHashMap<>();
        all.put(
                "cancels are not sent",
                () -> broker(sound -> new Passing.ToBroker(sound) {
                    @Override
                    public Answer cancel(String clientOrderId) {
                        return Answer.REQUESTED;
                    }
                }));
        all.put(
                "stops are not moved",
                () -> broker(sound -> new Passing.ToBroker(sound) {
                    @Override
                    public Answer moveStop(String stopOrderId, BigDecimal stopPrice) {
                        return Answer.REQUESTED;
                    }
                }));
        all.put(
                "stops are taken away",
                () -> broker(sound -> new Passing.ToBroker(sound) {
                    @Override
                    public Answer moveStop(String stopOrderId, BigDecimal stopPrice) {
                        return super.moveStop(stopOrderId, BigDecimal.ZERO);
                    }
                }));
        return all;
    }

    private interface Around {
        SimulatedMarket around(SimulatedMarket sound);
    }

    private static Wiring broker(Around broken) {
        return new Wiring() {
            @Override
            public SimulatedMarket broker(SimulatedMarket sound) {
                return broken.around(sound);
            }
        };
    }
}
