package io.fluxhero.execution.paper;

import io.fluxhero.engine.simulation.CostModel;
import java.math.BigDecimal;

/**
 * On what terms the paper broker trades.
 *
 * @param initialCash money that the account began with
 */
public record PaperTerms(String account, BigDecimal initialCash, CostModel costs) {}
