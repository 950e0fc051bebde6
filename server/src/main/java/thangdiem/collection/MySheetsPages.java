package thangdiem.collection;

import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;

/** Prepares the list of one's sheets (danh sách phiếu của tôi). */
@Component
class MySheetsPages {

  private final SheetTable table;

  MySheetsPages(SheetTable table) {
    this.table = table;
  }

  MySheets of(Actor reader) {
    return new MySheets(table.sheetsOf(reader), table.collectedBy(reader), table.today());
  }
}
