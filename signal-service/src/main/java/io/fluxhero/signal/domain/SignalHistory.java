package io.fluxhero.signal.domain;

import io.fluxhero.contracts.signal.SignalMessage;
import java.util.List;
import java.util.Optional;

/** Signals that were stored. */
public interface SignalHistory {

    /** Newest first. */
    List<SignalMessage> newest(SignalFilter filter);

    /** The signal of this id. */
    Optional<SignalMessage> byId(String signalId);
}
