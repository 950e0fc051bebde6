package thangdiem.submission;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.orgunit.OrgUnit;
import thangdiem.orgunit.OrgUnits;
import thangdiem.words.Words;

/** How reports on paper are headed and addressed (thể thức báo cáo, Nghị định 30/2020). */
@Component
class Letters {

  /** "UBND huyện Châu Thành A" is written in Châu Thành A, "UBND tỉnh Hậu Giang" in Hậu Giang. */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?iU)(?:^|\\s)(?:tỉnh|thành phố|thị xã|huyện|quận|thị trấn|phường|xã)\\s+(.+)$");

  private final LetterTable table;
  private final OrgUnits units;
  private final Acts acts;

  Letters(LetterTable table, OrgUnits units, Acts acts) {
    this.table = table;
    this.units = units;
    this.acts = acts;
  }

  /** What was given, or else what the unit's name says. */
  LetterHead of(Assessment assessment) {
    return table.of(assessment).orElseGet(() -> new LetterHead("", place(assessment), ""));
  }

  private String place(Assessment assessment) {
    var own = placeIn(assessment.unit().name());
    return own.isEmpty() ? placeIn(parent()) : own;
  }

  static String placeIn(String name) {
    var found = PLACE.matcher(name);
    return found.find() ? found.group(1).strip() : "";
  }

  /** The agency above all units; empty where there is none. */
  String parent() {
    return units.province().map(OrgUnit::name).orElse("");
  }

  /** Who runs the round, to whom reports are addressed (cơ quan chủ trì). */
  String addressee() {
    return table.organiser().orElseGet(() -> Words.VIETNAMESE.say("report.paper.addressee"));
  }

  void set(Actor actor, Assessment assessment, LetterHead head) {
    acts.run(
        actor,
        Act.REPORT_LETTER_SET,
        assessment.subject(),
        event -> {
          event.with("unit", assessment.unit().code()).with("number", head.number());
          table.set(assessment, head);
        });
  }
}
