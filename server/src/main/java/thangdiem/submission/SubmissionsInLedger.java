package thangdiem.submission;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/** What the ledger keeps of self-assessments (tự đánh giá trong nhật ký), answers aside. */
@Configuration
class SubmissionsInLedger {

  @Bean
  Keeps submissionsKept() {
    return () ->
        List.of(
            KeptTable.of("not_applicable_claim", "round", "unit", "code")
                .openly("at", "by_account")
                .personally("reason"),
            KeptTable.of("section_assignment", "round", "unit", "section")
                .openly("account", "at", "by_account"),
            KeptTable.of("answer_comment", "id")
                .openly("round", "unit", "fact", "at", "by_account")
                .personally("words"),
            KeptTable.of("comment_mention", "comment", "account").openly("seen_at"),
            KeptTable.of("report_handover", "id")
                .openly("round", "unit", "step", "at", "by_account")
                .personally("words"),
            KeptTable.of("report_letter", "round", "unit")
                .openly("number", "place", "post", "at", "by_account"),
            KeptTable.of("submission", "id")
                .openly(
                    "round",
                    "unit",
                    "version",
                    "request",
                    "sha256",
                    "total",
                    "grade",
                    "late",
                    "event",
                    "at",
                    "by_account",
                    "taken_back_at",
                    "taken_back_by")
                .digested("answers"));
  }
}
