package thangdiem.inspection;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/** What the ledger keeps of inspections (kiểm tra trong nhật ký). */
@Configuration
class InspectionsInLedger {

  @Bean
  Keeps inspectionsKept() {
    return () ->
        List.of(
            KeptTable.of("inspection_draw", "id")
                .openly("round", "seed", "size", "at", "by_account"),
            KeptTable.of("inspection_candidate", "draw", "unit")
                .openly("round", "weight", "signals", "drawn"),
            KeptTable.of("inspection_choice", "id")
                .openly("round", "unit", "chosen", "reason", "at", "by_account")
                .personally("words"),
            KeptTable.of("inspection_plan", "round", "unit", "version")
                .openly("starts", "decision", "at", "by_account")
                .personally("place"),
            KeptTable.of("inspection_member", "round", "unit", "version", "account").openly("post"),
            KeptTable.of("inspection_item", "round", "unit", "version", "fact")
                .openly("doubts")
                .personally("declared"),
            KeptTable.of("inspection_entry", "id")
                .openly("round", "unit", "field", "version", "noted_at", "at", "by_account")
                .personally("value"),
            KeptTable.of("inspection_photo", "id")
                .openly("round", "unit", "fact", "taken_at", "sha256", "size", "at", "by_account")
                .personally("caption"),
            KeptTable.of("inspection_withdrawal", "photo")
                .openly("round", "unit", "at", "by_account")
                .personally("words"),
            KeptTable.of("inspection_signature", "id")
                .openly("round", "unit", "side", "sha256", "signed_at", "at", "by_account")
                .personally("name", "post", "strokes"),
            KeptTable.of("inspection_minutes", "round", "unit")
                .openly("sha256", "docx_sha256", "pdf_sha256", "at", "by_account")
                .digested("docx", "pdf"));
  }
}
