package thangdiem.round;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/**
 * What the ledger keeps of rounds (đợt đánh giá trong nhật ký): settings, calendar, windows and
 * answers. Of the criteria set and of handed-out results it keeps the hash: their text is long.
 */
@Configuration
class RoundsInLedger {

  @Bean
  Keeps roundsKept() {
    return () ->
        List.of(
            KeptTable.of("round", "id")
                .openly(
                    "year",
                    "rehearsal",
                    "name",
                    "criteria_id",
                    "criteria_sha256",
                    "policy",
                    "phase",
                    "created_at",
                    "opened_at")
                .digested("criteria_yaml"),
            KeptTable.of("round_instant", "round", "milestone").openly("at"),
            KeptTable.of("round_deduction", "round", "kind").openly("points", "tolerance"),
            KeptTable.of("round_unit", "round", "unit")
                .openly("code", "name", "ranking_group", "ordinal", "submitted_at"),
            KeptTable.of("round_extension", "id")
                .openly(
                    "round", "unit", "until_instant", "document", "at", "by_account", "proposal")
                .personally("reason"),
            KeptTable.of("extension_proposal", "id")
                .openly(
                    "round",
                    "unit",
                    "until_instant",
                    "document",
                    "at",
                    "by_account",
                    "withdrawn_at",
                    "withdrawn_by")
                .personally("reason"),
            KeptTable.of("calendar_day", "day").openly("name", "working"),
            KeptTable.of("nudge", "id")
                .openly("round", "unit", "account", "at", "by_account", "seen_at")
                .personally("message"),
            KeptTable.of("answer", "round", "unit", "fact").openly("value", "at", "by_account"),
            KeptTable.of("round_result", "round")
                .openly("sha256", "at")
                .digested("results", "workbook", "bundle"));
  }
}
