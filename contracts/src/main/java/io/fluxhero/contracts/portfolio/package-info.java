/** Topic {@code portfolio}: the account as risk sees it, compacted, keyed by account. */
@NullMarked
package io.fluxhero.contracts.portfolio;

import org.jspecify.annotations.NullMarked;
