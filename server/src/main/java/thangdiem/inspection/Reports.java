package thangdiem.inspection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;
import thangdiem.scoring.UnitAnswers;
import thangdiem.verification.VerifiedSheets;
import thangdiem.verification.VerifiedUnit;

/** The reports of a round as an inspector reads them (báo cáo đã gửi). */
@Component
class Reports {

  private final Rounds rounds;
  private final VerifiedSheets sheets;

  Reports(Rounds rounds, VerifiedSheets sheets) {
    this.rounds = rounds;
    this.sheets = sheets;
  }

  /** A report with what in it is doubtful. */
  record Report(RoundUnit unit, UnitAnswers answers, Doubts doubts) {}

  /** Every unit's report, by the unit's code. */
  Map<String, Report> of(Round round) {
    var reports = new LinkedHashMap<String, Report>();
    sheets.all(round).forEach(unit -> reports.put(unit.unit().code(), report(round, unit)));
    return reports;
  }

  Report of(Round round, RoundUnit unit) {
    return report(round, sheets.of(round, unit.code()));
  }

  private Report report(Round round, VerifiedUnit unit) {
    return new Report(unit.unit(), unit.claimed(), Doubts.of(rounds.criteria(round), unit));
  }
}
