/** The account: its settings, its state between two events, and the figures that people ask for. */
@NullMarked
package io.fluxhero.risk.domain.account;

import org.jspecify.annotations.NullMarked;
