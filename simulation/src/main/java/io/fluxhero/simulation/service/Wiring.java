package io.fluxhero.simulation.service;

import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.MessagesOut;
import io.fluxhero.execution.Sendings;
import io.fluxhero.execution.Transactions;
import io.fluxhero.execution.domain.bar.BarQueue;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.fluxhero.execution.domain.fence.Fences;
import io.fluxhero.execution.domain.fence.HaltJournal;
import io.fluxhero.execution.domain.order.Fills;
import io.fluxhero.execution.domain.order.Orders;
import io.fluxhero.execution.domain.position.Positions;
import io.fluxhero.outbox.Inbox;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.Publication;
import io.fluxhero.risk.domain.account.Accounts;
import io.fluxhero.risk.domain.bar.BarInputs;
import io.fluxhero.risk.domain.command.Answers;
import io.fluxhero.risk.domain.command.AuditTrail;
import io.fluxhero.risk.domain.execution.Execution;
import io.fluxhero.simulation.log.Topics;

/** How services hang together. Tests of the checker put something broken between two parts; nobody else does. */
public interface Wiring {

    /** Nothing in between. */
    Wiring SOUND = new Wiring() {};

    default ExecutionConfig config(ExecutionConfig sound) {
        return sound;
    }

    default Inbox inbox(String service, Inbox sound) {
        return sound;
    }

    default Outbox outbox(String service, Outbox sound, Topics topics) {
        return sound;
    }

    default Publication.Waitlist waitlist(String service, Publication.Waitlist sound) {
        return sound;
    }

    default Accounts accounts(Accounts sound) {
        return sound;
    }

    default BarInputs barInputs(BarInputs sound) {
        return sound;
    }

    default AuditTrail auditTrail(AuditTrail sound) {
        return sound;
    }

    default Answers answers(Answers sound) {
        return sound;
    }

    default Execution door(Execution sound) {
        return sound;
    }

    default io.fluxhero.execution.domain.account.Accounts standings(
            io.fluxhero.execution.domain.account.Accounts sound) {
        return sound;
    }

    default Fences fences(Fences sound) {
        return sound;
    }

    default HaltJournal journal(HaltJournal sound) {
        return sound;
    }

    default Orders orders(Orders sound) {
        return sound;
    }

    default Fills fills(Fills sound) {
        return sound;
    }

    default Positions positions(Positions sound) {
        return sound;
    }

    default BarQueue queue(BarQueue sound) {
        return sound;
    }

    default MessagesOut messages(MessagesOut sound) {
        return sound;
    }

    default Transactions transactions(Transactions sound) {
        return sound;
    }

    default Sendings sendings(Sendings sound) {
        return sound;
    }

    default SimulatedMarket broker(SimulatedMarket sound) {
        return sound;
    }
}
