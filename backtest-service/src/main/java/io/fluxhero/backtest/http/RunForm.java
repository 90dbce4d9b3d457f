package io.fluxhero.backtest.http;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxhero.backtest.domain.Run;
import io.fluxhero.backtest.domain.RunResult;
import io.fluxhero.backtest.domain.WalkForwardAnswer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** A run says of which kind it is, wherever it is written. */
@Singleton
class RunForm implements ObjectMapperCustomizer {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RunResult.class, name = "BACKTEST"),
        @JsonSubTypes.Type(value = WalkForwardAnswer.class, name = "WALK_FORWARD")
    })
    private interface Told {}

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(Run.class, Told.class);
    }
}
