/** The one public door. Owns no rules and no tables: it asks the services, listens to the topics, and answers in its own words. */
@NullMarked
package io.fluxhero.gateway;

import org.jspecify.annotations.NullMarked;
