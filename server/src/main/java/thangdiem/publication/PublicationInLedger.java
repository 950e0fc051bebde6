package thangdiem.publication;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/** What the ledger keeps of publications (công bố trong nhật ký). */
@Configuration
class PublicationInLedger {

  @Bean
  Keeps publicationKept() {
    return () ->
        List.of(
            KeptTable.of("publication", "round", "version")
                .openly(
                    "decision_number",
                    "decision_on",
                    "sha256",
                    "results_sha256",
                    "visible_from",
                    "at",
                    "by_account")
                .digested("bundle"));
  }
}
