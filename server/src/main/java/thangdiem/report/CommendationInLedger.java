package thangdiem.report;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/** What the ledger keeps of commendation (khen thưởng trong nhật ký). */
@Configuration
class CommendationInLedger {

  @Bean
  Keeps commendationKept() {
    return () ->
        List.of(
            KeptTable.of("commendation_rule", "id")
                .openly(
                    "round",
                    "first_of_each",
                    "grade",
                    "excluded_kinds",
                    "none_open",
                    "document",
                    "document_on",
                    "at",
                    "by_account"),
            KeptTable.of("commendation_step", "id")
                .openly(
                    "round", "step", "rule", "units", "document", "document_on", "at", "by_account")
                .personally("words"));
  }
}
