package thangdiem.submission;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.evidence.Citation;
import thangdiem.evidence.Citation.About;
import thangdiem.evidence.Citation.Of;
import thangdiem.evidence.EvidenceItem;

/**
 * What evidence can be for, in a criteria set (số liệu và tiêu chí cần minh chứng).
 *
 * @param all what each is called, facts first, in the order of the set
 */
public record EvidenceLabels(Map<About, String> all, LocalDate from, LocalDate to) {

  static EvidenceLabels of(CriteriaSet set) {
    var all = new LinkedHashMap<About, String>();
    set.facts().values().forEach(fact -> all.put(new About(Of.FACT, fact.id()), fact.label()));
    set.scored()
        .forEach(criterion ->
            all.put(
                new About(Of.CRITERION, criterion.code()),
                criterion.code() + " " + criterion.name()));
    return new EvidenceLabels(
        all, set.period().from().in(set.year()), set.period().to().in(set.year()));
  }

  /** What it is called; one that the set does not have keeps its code. */
  public String of(About about) {
    return all.getOrDefault(about, about.code());
  }

  /** The fact or criterion of that code, if the set has it. */
  Optional<About> read(String typed) {
    return About.read(typed).filter(all::containsKey);
  }

  /** A citation as it was typed; absent where what it is for or its pages are wrong. */
  Optional<Citation> read(String about, String pages) {
    return read(about)
        .flatMap(known -> Citation.readPages(pages).map(written -> new Citation(known, written)));
  }

  /** Whether the document was issued outside the period that is measured. */
  public boolean outsideThePeriod(EvidenceItem item) {
    return item.description()
        .issuedOn()
        .filter(day -> day.isBefore(from) || day.isAfter(to))
        .isPresent();
  }
}
