/** Execution as risk sees it: the doors that work without Kafka. */
@NullMarked
package io.fluxhero.risk.domain.execution;

import org.jspecify.annotations.NullMarked;
