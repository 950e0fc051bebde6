package thangdiem.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.ListedUnit;
import thangdiem.exchange.AnswersTemplate;
import thangdiem.exchange.AnswersWorkbook;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;

/**
 * A unit's answers as the workbook that it fills in (tệp Excel của bảng tự chấm): the engine's
 * form, with this unit alone.
 */
final class WorkbookFile {

  /** It goes to the browser and back between preview and confirmation. */
  static final int LARGEST = 1 << 20;

  /**
   * What a workbook states.
   *
   * @param claims what does not apply, with the reason; "" where none is given
   * @param seen the answers that it had seen; absent where it does not say
   */
  record Content(
      Map<String, Fact> facts, Map<String, String> claims, Optional<WorkbookVersions> seen) {}

  private WorkbookFile() {}

  /** The form with what the unit has stated so far. */
  static byte[] write(Sheet sheet) {
    var now = sheet.answers();
    var own = new LinkedHashMap<String, Fact>();
    for (var fact : WorkbookVersions.facts(sheet.assessment())) {
      Optional.ofNullable(now.facts().get(fact.id())).ifPresent(value -> own.put(fact.id(), value));
    }
    var unit =
        new UnitAnswers(
            now.unit(),
            now.name(),
            now.group(),
            own,
            now.previous(),
            now.notApplicable().stream().sorted().toList(),
            List.of(),
            Optional.empty(),
            true);
    var set = sheet.set();
    var reasons = new LinkedHashMap<String, String>();
    sheet.notes().claims().forEach((code, claim) -> reasons.put(code, claim.reason()));
    var out = new ByteArrayOutputStream();
    try {
      AnswersTemplate.write(
          out,
          set,
          new Answers(set.id(), set.year(), WorkbookVersions.note(sheet), List.of(), List.of(unit)),
          Map.of(unit.unit(), reasons));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Reads a workbook that came back.
   *
   * @throws BadInput with everything wrong in it, by sheet and cell
   */
  static Content read(Assessment assessment, String file, byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw BadInput.at(file, "import.tooLarge", LARGEST >> 20);
    }
    var unit = assessment.unit();
    var listed =
        new ListedUnit(
            unit.code(), unit.name(), unit.name(), unit.group(), unit.ordinal(), List.of());
    var read = AnswersWorkbook.stated(file, bytes, assessment.set(), Optional.of(List.of(listed)));
    var answers = read.answers();
    var stated = answers.units().getFirst();
    var seen = WorkbookVersions.read(answers.note(), assessment);
    var mistakes = new ArrayList<Mistake>();
    seen.filter(versions -> !versions.round().equals(assessment.round().key()))
        .ifPresent(
            versions -> mistakes.add(Mistake.at(file, "import.otherRound", versions.round())));
    for (var fact : assessment.set().facts().values()) {
      if (stated.facts().containsKey(fact.id())
          && fact.collectedBy() != FactDefinition.Collector.UNIT) {
        mistakes.add(
            Mistake.at(file + " " + unit.code(), "import.ofOrganiser", fact.label(), fact.id()));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new BadInput(mistakes);
    }
    var reasons = read.reasons().getOrDefault(unit.code(), Map.of());
    var claims = new LinkedHashMap<String, String>();
    stated.notApplicable().forEach(code -> claims.put(code, reasons.getOrDefault(code, "")));
    return new Content(stated.facts(), claims, seen);
  }
}
