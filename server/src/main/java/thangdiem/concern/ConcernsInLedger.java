package thangdiem.concern;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/** What the ledger keeps of reports of wrong facts: what people wrote only as commitments. */
@Configuration
class ConcernsInLedger {

  @Bean
  Keeps concernsKept() {
    return () ->
        List.of(
            KeptTable.of("concern", "id")
                .openly("round", "version", "unit", "code", "language", "at", "erased_at")
                .personally("words", "source", "contact")
                .digested("reference"),
            KeptTable.of("concern_step", "id")
                .openly("concern", "unit", "step", "at", "by_account")
                .personally("words"));
  }
}
