package thangdiem.collection;

import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;

/** Prepares the list of one's sheets (danh sách phiếu của tôi). */
@Component
class MySheetsPages {

  private final MySheetsTable table;

  MySheetsPages(MySheetsTable table) {
    this.table = table;
  }

  MySheets of(Actor reader) {
    return new MySheets(table.sheetsOf(reader), table.collectedBy(reader), table.today());
  }
}
