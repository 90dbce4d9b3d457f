package io.fluxhero.simulation.checker;

import io.fluxhero.engine.risk.Intent;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.broker.Answer;
import io.fluxhero.execution.domain.broker.BrokerAccount;
import io.fluxhero.execution.domain.broker.BrokerOrder;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.NewOrder;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.broker.Submission;
import io.fluxhero.execution.domain.order.Fill;
import io.fluxhero.execution.domain.order.Fills;
import io.fluxhero.execution.domain.order.Order;
import io.fluxhero.execution.domain.order.OrderState;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.outbox.Inbox;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.OutboxMessage;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Ports that pass everything on, to be broken in one place. */
final class Passing {

    private Passing() {}

    static class ToInbox implements Inbox {

        private final Inbox sound;

        ToInbox(Inbox sound) {
            this.sound = sound;
        }

        @Override
        public Set<Entry> admit(Collection<Entry> entries) throws SQLException {
            return sound.admit(entries);
        }

        @Override
        public Map<TopicPartition, Long> lockOffsets(Collection<TopicPartition> partitions) throws SQLException {
            return sound.lockOffsets(partitions);
        }

        @Override
        public OptionalLong nextOffset(TopicPartition partition) throws SQLException {
            return sound.nextOffset(partition);
        }

        @Override
        public void moveTo(Map<TopicPartition, Long> nextOffsets) throws SQLException {
            sound.moveTo(nextOffsets);
        }
    }

    static class ToOutbox implements Outbox {

        private final Outbox sound;

        ToOutbox(Outbox sound) {
            this.sound = sound;
        }

        @Override
        public void appendAll(List<OutboxMessage> messages) {
            sound.appendAll(messages);
        }

        @Override
        public void appendDeadLetter(ConsumerRecord<String, byte[]> dead, Exception reason) {
            sound.appendDeadLetter(dead, reason);
        }
    }

    static class ToBroker implements SimulatedMarket {

        private final SimulatedMarket sound;

        ToBroker(SimulatedMarket sound) {
            this.sound = sound;
        }

        @Override
        public Submission submit(NewOrder order) {
            return sound.submit(order);
        }

        @Override
        public Answer cancel(String clientOrderId) {
            return sound.cancel(clientOrderId);
        }

        @Override
        public Submission reset(String movementId, BigDecimal cash, String reason, Instant at) {
            return sound.reset(movementId, cash, reason, at);
        }

        @Override
        public Answer moveStop(String stopOrderId, BigDecimal stopPrice) {
            return sound.moveStop(stopOrderId, stopPrice);
        }

        @Override
        public Optional<BrokerOrder> find(String clientOrderId) {
            return sound.find(clientOrderId);
        }

        @Override
        public List<BrokerOrder> openOrders() {
            return sound.openOrders();
        }

        @Override
        public BrokerAccount account() {
            return sound.account();
        }

        @Override
        public List<BrokerReport> reportsAfter(long sequence, int limit) {
            return sound.reportsAfter(sequence, limit);
        }

        @Override
        public void pass(Bar bar) {
            sound.pass(bar);
        }
    }

    static class ToFills implements Fills {

        private final Fills sound;

        ToFills(Fills sound) {
            this.sound = sound;
        }

        @Override
        public boolean contains(String fillId) {
            return sound.contains(fillId);
        }

        @Override
        public void add(String account, Fill fill, Instant at) {
            sound.add(account, fill, at);
        }

        @Override
        public List<Fill> of(List<String> orderIds) {
            return sound.of(orderIds);
        }

        @Override
        public BigDecimal cashFlow(String account) {
            return sound.cashFlow(account);
        }

        @Override
        public Set<String> symbols(String account) {
            return sound.symbols(account);
        }

        @Override
        public List<Fill> newest(int limit) {
            return sound.newest(limit);
        }
    }

    static class ToOrders implements Orders {

        private final Orders sound;

        ToOrders(Orders sound) {
            this.sound = sound;
        }

        @Override
        public Optional<Order> find(String orderId) {
            return sound.find(orderId);
        }

        @Override
        public Optional<Order> legOf(String entryOrderId, Intent intent) {
            return sound.legOf(entryOrderId, intent);
        }

        @Override
        public void add(Order order) {
            sound.add(order);
        }

        @Override
        public void save(Order order, String detail) {
            sound.save(order, detail);
        }

        @Override
        public List<Order> openEntries(String account, @Nullable String symbol) {
            return sound.openEntries(account, symbol);
        }

        @Override
        public List<Order> inStates(String account, Set<OrderState> states) {
            return sound.inStates(account, states);
        }

        @Override
        public List<Order> newest(@Nullable OrderState state, int limit) {
            return sound.newest(state, limit);
        }

        @Override
        public List<Order> ofSignal(String signalId) {
            return sound.ofSignal(signalId);
        }

        @Override
        public List<Step> stepsOf(String orderId) {
            return sound.stepsOf(orderId);
        }

        @Override
        public long count() {
            return sound.count();
        }
    }
}
