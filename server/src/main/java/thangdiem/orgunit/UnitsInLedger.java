package thangdiem.orgunit;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/** What the ledger keeps of units (đơn vị trong nhật ký): all of it, openly. */
@Configuration
class UnitsInLedger {

  @Bean
  Keeps unitsKept() {
    return () ->
        List.of(
            KeptTable.of("org_unit", "id")
                .openly(
                    "code",
                    "parent",
                    "kind",
                    "ranking_group",
                    "vertical",
                    "name",
                    "official_name",
                    "portal",
                    "ordinal",
                    "valid_from",
                    "valid_to",
                    "end_document"),
            KeptTable.of("org_unit_former_name", "unit", "until_day")
                .openly("name", "official_name", "document"),
            KeptTable.of("org_unit_former_parent", "unit", "until_day")
                .openly("parent", "document"),
            KeptTable.of("org_unit_succession", "predecessor", "successor")
                .openly("on_day", "document"),
            KeptTable.of("ranking_group", "code")
                .openly("name", "short_name", "ordinal", "ranked"));
  }
}
