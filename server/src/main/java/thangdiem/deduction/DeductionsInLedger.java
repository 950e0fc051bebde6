package thangdiem.deduction;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/** What the ledger keeps of deductions (trừ điểm trong nhật ký): every step, never a change. */
@Configuration
class DeductionsInLedger {

  @Bean
  Keeps deductionsKept() {
    return () ->
        List.of(
            KeptTable.of("deduction_capture", "sha256").openly("kind"),
            KeptTable.of("deduction", "id")
                .openly(
                    "round",
                    "unit",
                    "kind",
                    "occasion",
                    "happened_on",
                    "due_at",
                    "sent_at",
                    "capture",
                    "at",
                    "by_account")
                .personally("words", "file_name"),
            KeptTable.of("deduction_step", "id")
                .openly(
                    "deduction",
                    "unit",
                    "step",
                    "accepts",
                    "answer_by",
                    "reason",
                    "document",
                    "document_on",
                    "at",
                    "by_account")
                .personally("words"));
  }
}
