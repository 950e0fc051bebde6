package thangdiem.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import thangdiem.criteria.FactDefinition;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * Which answers a workbook had seen when it was downloaded (dấu bản của tệp): a line in its note by
 * which an import notices, fact by fact, what somebody changed meanwhile. It is no secret and no
 * proof: the change itself states the version that its person saw in the preview.
 *
 * @param round whose answers they were
 * @param byFact 0 where there was none
 */
record WorkbookVersions(String round, Map<String, Long> byFact) {

  private static final int SHORT = Character.MAX_RADIX;
  private static final Pattern LINE = Pattern.compile("\\[([\\w-]{1,64}):([0-9a-z.]{1,16000})]");

  /** What the file says of itself, in Vietnamese whatever its reader's language. */
  static String note(Sheet sheet) {
    var assessment = sheet.assessment();
    var versions =
        facts(assessment).stream()
            .map(fact -> Integer.toString(sheet.given(fact.id()).version(), SHORT))
            .collect(Collectors.joining("."));
    return Words.VIETNAMESE.say("import.note", VietnamTime.show(assessment.now()))
        + "\n["
        + assessment.round().key()
        + ":"
        + versions
        + "]";
  }

  /** What a note says; absent where somebody took the line away, or it is of other facts. */
  static Optional<WorkbookVersions> read(String note, Assessment assessment) {
    var line = LINE.matcher(note);
    if (!line.find()) {
      return Optional.empty();
    }
    var facts = facts(assessment);
    var versions = line.group(2).split("\\.", -1);
    if (versions.length != facts.size()) {
      return Optional.of(new WorkbookVersions(line.group(1), Map.of()));
    }
    var byFact = new HashMap<String, Long>();
    for (int i = 0; i < versions.length; i++) {
      if (versions[i].matches("[0-9a-z]{1,6}")) {
        byFact.put(facts.get(i).id(), Long.parseLong(versions[i], SHORT));
      }
    }
    return Optional.of(new WorkbookVersions(line.group(1), byFact));
  }

  /** The facts that units state, in the order of the set. */
  static List<FactDefinition> facts(Assessment assessment) {
    return assessment.set().facts().values().stream()
        .filter(fact -> fact.collectedBy() == FactDefinition.Collector.UNIT)
        .toList();
  }
}
