package thangdiem.audit;

import java.util.List;

/**
 * What a module has the ledger keep (phần mà nhật ký theo dõi): its tables, each row of which must
 * be at any time what the events have said of it. A module declares a bean of this kind; the tables
 * also stand in R__ledger_keeps.sql.
 */
@FunctionalInterface
public interface Keeps {
  List<KeptTable> tables();
}
