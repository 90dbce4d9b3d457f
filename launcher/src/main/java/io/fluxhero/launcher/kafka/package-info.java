/** A real Kafka broker (KRaft) inside this process, and the topics that the services expect. */
@NullMarked
package io.fluxhero.launcher.kafka;

import org.jspecify.annotations.NullMarked;
