package io.fluxhero.marketdata.domain;

import io.fluxhero.engine.market.Timeframe;
import java.util.List;
import java.util.Optional;

/** The series that are stored. */
public interface SeriesCatalog {

    /** All, by symbol. */
    List<Series> all();

    /** One. */
    Optional<Series> find(String symbol, Timeframe timeframe);

    /** One, locked until the transaction ends: whoever ingests its bars must hold it. */
    Optional<Series> lock(String symbol, Timeframe timeframe);

    /** Writes a new series or the newer state of one. */
    void put(Series series);
}
