package thangdiem.submission;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import thangdiem.criteria.FactDefinition;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/** What a browser with script is told of an answer that it sent (kết quả lưu, gửi về trang). */
public final class ToldSaving {

  private ToldSaving() {}

  /** What became of it, as form.js reads it. */
  public static ResponseEntity<Map<String, Object>> of(
      FactDefinition fact, Saving saving, Words words) {
    var told = new LinkedHashMap<String, Object>();
    return switch (saving) {
      case Saving.Saved(var now, var before) -> {
        told.put("version", now.version());
        told.put("shown", FormPages.shown(fact, now.value()));
        told.put("before", FormPages.shown(fact, before.value()));
        told.put("at", now.at().map(ToldSaving::clock).orElse(""));
        yield ResponseEntity.ok(told);
      }
      case Saving.Conflict(var theirs) -> {
        told.put("version", theirs.version());
        told.put("shown", FormPages.shown(fact, theirs.value()));
        told.put("by", theirs.by().orElse(""));
        told.put("at", theirs.at().map(ToldSaving::clock).orElse(""));
        yield ResponseEntity.status(HttpStatus.CONFLICT).body(told);
      }
      case Saving.Asked(var question) -> {
        told.put("question", question.in(words));
        yield ResponseEntity.unprocessableContent().body(told);
      }
    };
  }

  private static String clock(OffsetDateTime at) {
    return FormPage.CLOCK.format(at.atZoneSameInstant(VietnamTime.ZONE));
  }
}
