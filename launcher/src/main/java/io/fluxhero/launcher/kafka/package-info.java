/** A real Kafka broker (KRaft) in a process of its own, and the topics that the services expect. */
@NullMarked
package io.fluxhero.launcher.kafka;

import org.jspecify.annotations.NullMarked;
