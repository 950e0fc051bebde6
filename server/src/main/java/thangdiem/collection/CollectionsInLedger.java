package thangdiem.collection;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/** What the ledger keeps of collections (thu số liệu cấp dưới trong nhật ký). */
@Configuration
class CollectionsInLedger {

  @Bean
  Keeps collectionsKept() {
    return () ->
        List.of(
            KeptTable.of("collection", "round", "unit")
                .openly("due", "at", "by_account")
                .personally("note"),
            KeptTable.of("collection_fact", "round", "unit", "fact"),
            KeptTable.of("collection_sheet", "round", "unit", "asked")
                .openly("handed_in_at", "handed_in_by", "reminded_at", "reminded_by"),
            KeptTable.of("collection_answer", "round", "unit", "asked", "fact")
                .openly("value", "at", "by_account"),
            KeptTable.of("collection_correction", "id")
                .openly("round", "unit", "asked", "fact", "before", "after", "at", "by_account"));
  }
}
