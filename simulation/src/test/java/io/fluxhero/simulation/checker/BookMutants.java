package io.fluxhero.simulation.checker;

import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.Standing;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.BarQueue;
import io.fluxhero.execution.domain.fence.Fence;
import io.fluxhero.execution.domain.fence.Fences;
import io.fluxhero.execution.domain.fence.HaltJournal;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Fills;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.position.Position;
import io.fluxhero.execution.domain.position.Positions;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.AccountFigures;
import io.fluxhero.risk.domain.command.AuditEntry;
import io.fluxhero.risk.domain.command.AuditTrail;
import io.fluxhero.simulation.service.Settings;
import io.fluxhero.simulation.service.Wiring;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The books of both services, fence and queue, broken on purpose. */
final class BookMutants {

    private BookMutants() {}

    static Map<String, Supplier<Wiring>> all() {
        Map<String, Supplier<Wiring>> all = new LinkedHashMap<>();
        all.put("fills count twice", BookMutants::fillsCountTwice);
        all.put("report cursor outside the transaction", BookMutants::cursorOutside);
        all.put("positions outside the transaction", BookMutants::positionsOutside);
        all.put("risk's account outside the transaction", BookMutants::accountOutside);
        all.put("acts without an audit entry", BookMutants::actsWithoutEntry);
        all.put(
                "bars do not wait for risk",
                () -> queue(sound -> new PassingQueue(sound) {
                    @Override
                    public List<Bar> next(Instant horizon) {
                        return super.next(Instant.MAX);
                    }
                }));
        all.put(
                "orders without an answer are forgotten",
                () -> orders(sound -> new Passing.ToOrders(sound) {
                    @Override
                    public List<Order> inStates(String account, Set<OrderState> states) {
                        return super.inStates(account, states).stream()
                                .filter(order ->
                                        order.state() != OrderState.UNKNOWN && order.state() != OrderState.SUBMITTED)
                                .toList();
                    }
                }));
        all.put(
                "stale epochs are let through",
                () -> orders(sound -> new Passing.ToOrders(sound) {
                    @Override
                    public Optional<Order> find(String orderId) {
                        return super.find(orderId).map(BookMutants::ofTheNewestEpoch);
                    }
                }));
        all.put("halts are forgotten", BookMutants::haltsForgotten);
        all.put("no lease is needed", BookMutants::noLease);
        return all;
    }

    private interface Around<T> {
        T around(T sound);
    }

    private static Wiring orders(Around<Orders> broken) {
        return new Wiring() {
            @Override
            public Orders orders(Orders sound) {
                return broken.around(sound);
            }
        };
    }

    private static Wiring queue(Around<BarQueue> broken) {
        return new Wiring() {
            @Override
            public BarQueue queue(BarQueue sound) {
                return broken.around(sound);
            }
        };
    }

    private static class PassingQueue implements BarQueue {

        private final BarQueue sound;

        PassingQueue(BarQueue sound) {
            this.sound = sound;
        }

        @Override
        public void add(Bar bar) {
            sound.add(bar);
        }

        @Override
        public List<Bar> next(Instant horizon) {
            return sound.next(horizon);
        }

        @Override
        public void remove(List<Bar> bars) {
            sound.remove(bars);
        }
    }

    private static Order ofTheNewestEpoch(Order order) {
        return new Order(
                order.orderId(),
                order.account(),
                order.correlationId(),
                order.instruction(),
                order.rationale(),
                Order.Admission.ALWAYS,
                order.progress());
    }

    private static Wiring fillsCountTwice() {
        return new Wiring() {
            @Override
            public Fills fills(Fills sound) {
                return new Passing.ToFills(sound) {
                    @Override
                    public boolean contains(String fillId) {
                        return false;
                    }

                    @Override
                    public void add(String account, Fill fill, Instant at) {
                        if (!super.contains(fill.fillId())) {
                            super.add(account, fill, at);
                        }
                    }
                };
            }
        };
    }

    private static Wiring cursorOutside() {
        Map<String, Standing> outside = new HashMap<>();
        return new Wiring() {
            @Override
            public Accounts standings(Accounts sound) {
                return new Accounts() {
                    @Override
                    public Standing lock(String account) {
                        Standing inside = sound.lock(account);
                        Standing there = outside.get(account);
                        return there == null ? inside : inside.readUpTo(there.reportCursor());
                    }

                    @Override
                    public void save(String account, Standing standing) {
                        sound.save(account, standing);
                        outside.put(account, standing);
                    }
                };
            }
        };
    }

    private static Wiring positionsOutside() {
        Map<String, Position> outside = new HashMap<>();
        return new Wiring() {
            @Override
            public Positions positions(Positions sound) {
                return new Positions() {
                    @Override
                    public Optional<Position> find(String account, String symbol) {
                        return Optional.ofNullable(outside.get(symbol));
                    }

                    @Override
                    public void put(Position position) {
                        sound.put(position);
                        outside.put(position.symbol(), position);
                    }

                    @Override
                    public void remove(Position position) {
                        sound.remove(position);
                        outside.remove(position.symbol());
                    }

                    @Override
                    public List<Position> all() {
                        return sound.all();
                    }
                };
            }
        };
    }

    private static Wiring accountOutside() {
        Map<String, Account> outside = new HashMap<>();
        return new Wiring() {
            @Override
            public io.fluxhero.risk.domain.account.Accounts accounts(io.fluxhero.risk.domain.account.Accounts sound) {
                return new io.fluxhero.risk.domain.account.Accounts() {
                    @Override
                    public Account read() {
                        return sound.read();
                    }

                    @Override
                    public Account lock() {
                        Account inside = sound.lock();
                        return outside.getOrDefault(inside.name(), inside);
                    }

                    @Override
                    public void save(Account account, AccountFigures figures) {
                        sound.save(account, figures);
                        outside.put(account.name(), account);
                    }
                };
            }
        };
    }

    private static Wiring actsWithoutEntry() {
        return new Wiring() {
            @Override
            public AuditTrail auditTrail(AuditTrail sound) {
                return new AuditTrail() {
                    @Override
                    public void append(AuditEntry.Act act) {
                        if (!act.action().equals("CLOSE")) {
                            sound.append(act);
                        }
                    }

                    @Override
                    public List<AuditEntry> entries() {
                        return sound.entries();
                    }
                };
            }
        };
    }

    private static final class Forgetful implements HaltJournal {

        @Override
        public boolean isHalted() {
            return false;
        }

        @Override
        public Optional<Fence> read() {
            return Optional.empty();
        }

        @Override
        public void write(Fence halt) {
            // and it is forgotten
        }

        @Override
        public void clear() {
            // nothing was there
        }
    }

    private static Wiring haltsForgotten() {
        return new Wiring() {
            @Override
            public Fences fences(Fences sound) {
                return new Fences() {
                    @Override
                    public Fence find(String account) {
                        return Fence.OPEN;
                    }

                    @Override
                    public void save(String account, Fence fence) {
                        sound.save(account, fence);
                    }
                };
            }

            @Override
            public HaltJournal journal(HaltJournal sound) {
                return new Forgetful();
            }
        };
    }

    private static Wiring noLease() {
        return new Wiring() {
            @Override
            public ExecutionConfig config(ExecutionConfig sound) {
                return new Settings(
                        sound.account(),
                        sound.timeframe(),
                        sound.paper().initialCapital(),
                        sound.paper().maxVolumeRatio(),
                        false);
            }
        };
    }
}
