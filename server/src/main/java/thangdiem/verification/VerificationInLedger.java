package thangdiem.verification;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/** What the ledger keeps of verification (thẩm định trong nhật ký). */
@Configuration
class VerificationInLedger {

  @Bean
  Keeps verificationKept() {
    return () ->
        List.of(
            KeptTable.of("verification_task", "round", "unit", "section", "place")
                .openly("account", "at", "by_account"),
            KeptTable.of("finding", "id")
                .openly("round", "unit", "code", "place", "verdict", "ground", "at", "by_account")
                .personally("words"),
            KeptTable.of("finding_fact", "finding", "fact").openly("value"),
            KeptTable.of("supplement", "id")
                .openly("round", "unit", "fact", "value", "kind", "at", "by_account"),
            KeptTable.of("explanation_rule", "round").openly("turns", "days", "at", "by_account"),
            KeptTable.of("explanation_request", "id")
                .openly("round", "unit", "code", "finding", "turn", "until", "at", "by_account"),
            KeptTable.of("explanation", "request")
                .openly("agrees", "at", "by_account", "sent_at", "sent_by")
                .personally("words"),
            KeptTable.of("explanation_value", "request", "fact").openly("value"),
            KeptTable.of("explanation_outcome", "request")
                .openly("round", "unit", "result", "finding", "at", "by_account")
                .personally("words"),
            KeptTable.of("completion", "id")
                .openly("round", "unit", "until", "at", "by_account")
                .personally("words"),
            KeptTable.of("completion_item", "completion", "about", "code"));
  }
}
