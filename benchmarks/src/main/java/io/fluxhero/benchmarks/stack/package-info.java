/** The running stack under load: what arrives, how late, and beside plain Kafka clients. */
@NullMarked
package io.fluxhero.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
