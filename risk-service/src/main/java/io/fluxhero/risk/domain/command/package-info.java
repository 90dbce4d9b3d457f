/** What a person may order, the one answer to each request, and the audit trail of it all. */
@NullMarked
package io.fluxhero.risk.domain.command;

import org.jspecify.annotations.NullMarked;
