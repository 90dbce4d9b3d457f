/** Our books against the broker's: what differs, and what is not ours. */
@NullMarked
package io.fluxhero.execution.domain.reconciliation;

import org.jspecify.annotations.NullMarked;
