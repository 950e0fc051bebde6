package thangdiem.criteria;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import thangdiem.words.Sentence;

/** What has been found so far, each with what it is about: a code, a fact, or a step of a rule ({@code II.1.1/rule/tiers/steps/0}). */
final class Findings {

  private record Placed(Place place, Finding finding) {}

  private final CriteriaFile file;
  private final List<Placed> placed = new ArrayList<>();

  Findings(CriteriaFile file) {
    this.file = file;
  }

  void error(String about, String key, Object... arguments) {
    add(Finding.Severity.ERROR, about, Sentence.of(key, arguments));
  }

  void warning(String about, String key, Object... arguments) {
    add(Finding.Severity.WARNING, about, Sentence.of(key, arguments));
  }

  private void add(Finding.Severity severity, String about, Sentence what) {
    placed.add(new Placed(file.places().getOrDefault(about, Place.START), new Finding(severity, file.remark(about, what))));
  }

  /** In the order of the file, each once. */
  List<Finding> inFileOrder() {
    return placed.stream()
        .sorted(Comparator.comparingInt((Placed one) -> one.place.line()).thenComparingInt(one -> one.place.column()))
        .map(Placed::finding)
        .distinct()
        .toList();
  }
}
