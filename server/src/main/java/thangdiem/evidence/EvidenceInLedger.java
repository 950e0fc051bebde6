package thangdiem.evidence;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/**
 * What the ledger keeps of evidence (minh chứng trong nhật ký): documents and what they prove.
 * Their bytes are told by the hash.
 */
@Configuration
class EvidenceInLedger {

  @Bean
  Keeps evidenceKept() {
    return () ->
        List.of(
            KeptTable.of("evidence_item", "id")
                .openly(
                    "round",
                    "unit",
                    "sha256",
                    "size",
                    "kind",
                    "flags",
                    "issued_on",
                    "replaces",
                    "at",
                    "by_account",
                    "withdrawn_at",
                    "withdrawn_by")
                .personally("file_name", "number", "issuer", "subject", "confidential"),
            KeptTable.of("evidence_citation", "item", "about", "code").openly("pages"));
  }
}
