/** What the account holds, and what it earned: positions and trades, both made of fills only. */
@NullMarked
package io.fluxhero.execution.domain.position;

import org.jspecify.annotations.NullMarked;
