package io.fluxhero.contracts.portfolio;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.fluxhero.contracts.Message;

/** The account as risk sees it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = PortfolioUpdated.class, name = "portfolio-updated")})
public sealed interface PortfolioMessage extends Message permits PortfolioUpdated {

    /** The account. */
    String account();

    @Override
    default String key() {
        return account();
    }
}
