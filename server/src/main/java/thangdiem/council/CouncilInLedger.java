package thangdiem.council;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/** What the ledger keeps of the council (hội đồng trong nhật ký). */
@Configuration
class CouncilInLedger {

  @Bean
  Keeps councilKept() {
    return () ->
        List.of(
            KeptTable.of("council_member", "id")
                .openly(
                    "round",
                    "account",
                    "office",
                    "document",
                    "document_on",
                    "at",
                    "by_account",
                    "released_document",
                    "released_at",
                    "released_by"),
            KeptTable.of("council_quorum", "id")
                .openly("seq", "round", "rule", "number", "at", "by_account"),
            KeptTable.of("council_session", "id")
                .openly(
                    "round",
                    "number",
                    "held_on",
                    "place",
                    "at",
                    "by_account",
                    "opened_at",
                    "opened_by",
                    "closed_at",
                    "closed_by"),
            KeptTable.of("council_presence", "id")
                .openly("seq", "session", "account", "present", "at", "by_account"),
            KeptTable.of("council_item", "id")
                .openly(
                    "seq",
                    "round",
                    "session",
                    "unit",
                    "code",
                    "source",
                    "at",
                    "by_account",
                    "taken_off_at",
                    "taken_off_by")
                .personally("words", "taken_off_words"),
            KeptTable.of("council_motion", "id")
                .openly(
                    "seq",
                    "item",
                    "round",
                    "unit",
                    "code",
                    "kind",
                    "ground",
                    "results_sha256",
                    "at",
                    "by_account")
                .personally("words"),
            KeptTable.of("council_motion_fact", "motion", "fact").openly("value"),
            KeptTable.of("council_vote", "id")
                .openly("seq", "motion", "unit", "choice", "at", "by_account"),
            KeptTable.of("council_conclusion", "motion")
                .openly(
                    "round",
                    "carried",
                    "votes_for",
                    "votes_against",
                    "votes_abstained",
                    "eligible",
                    "present",
                    "needed",
                    "points_before",
                    "points_after",
                    "total_before",
                    "total_after",
                    "grade_before",
                    "grade_after",
                    "rank_before",
                    "rank_after",
                    "at",
                    "by_account"),
            KeptTable.of("robustness_run", "id")
                .openly("seq", "round", "draws", "seed", "sha256", "at", "by_account"),
            KeptTable.of("correction", "id")
                .openly(
                    "seq",
                    "round",
                    "unit",
                    "code",
                    "kind",
                    "document",
                    "document_on",
                    "ground",
                    "occasion",
                    "points",
                    "base",
                    "at",
                    "by_account",
                    "withdrawn_at",
                    "withdrawn_by")
                .personally("words", "withdrawn_words"),
            KeptTable.of("correction_fact", "correction", "fact").openly("value"),
            KeptTable.of("correction_approval", "correction", "by_account").openly("unit", "at"),
            KeptTable.of("adoption", "round", "version")
                .openly(
                    "sha256",
                    "results_sha256",
                    "criteria_sha256",
                    "motion",
                    "correction",
                    "at",
                    "by_account")
                .digested("answers", "bundle"));
  }
}
