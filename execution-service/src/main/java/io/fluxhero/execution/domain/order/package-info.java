/** The life of an order: what was approved, how far it came, and the one table of legal transitions. */
@NullMarked
package io.fluxhero.execution.domain.order;

import org.jspecify.annotations.NullMarked;
