package io.fluxhero.risk.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AnswerRows implements PanacheRepositoryBase<AnswerRow, String> {}
