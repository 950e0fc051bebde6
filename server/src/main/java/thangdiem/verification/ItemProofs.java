package thangdiem.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.evidence.Citation;
import thangdiem.evidence.Evidence;
import thangdiem.evidence.Inspections;
import thangdiem.round.Round;

/** The documents beside the rule (minh chứng bên cạnh tiêu chí), and the page of one to look at. */
@Component
class ItemProofs {

  private final Evidence evidence;
  private final Inspections inspections;

  ItemProofs(Evidence evidence, Inspections inspections) {
    this.evidence = evidence;
    this.inspections = inspections;
  }

  /** Those that prove a criterion, or something below a section or group. */
  List<ItemPage.Proof> of(Round round, VerifiedUnit unit, CriteriaSet set, String code) {
    var below = set.scoredBelow(code);
    var about = new HashSet<>(below);
    set.scored()
        .filter(criterion -> below.contains(criterion.code()))
        .forEach(criterion -> about.addAll(criterion.rule().facts()));
    return evidence.of(round.id(), unit.unit().unit()).stream()
        .filter(item -> item.current())
        .flatMap(item ->
            item.citations().stream()
                .filter(citation -> about.contains(citation.about().code()))
                .findFirst()
                .map(Citation::pages)
                .map(pages -> new ItemPage.Proof(item, pages))
                .stream())
        .toList();
  }

  /** The one that the reader looks at; the first where they have chosen none. */
  Optional<ItemPage.Shown> shown(List<ItemPage.Proof> proofs, ItemPages.Look look) {
    return proofs.stream()
        .filter(proof -> look.document().map(proof.item().id()::equals).orElse(true))
        .findFirst()
        .map(proof ->
            new ItemPage.Shown(
                proof.item(),
                look.page() > 0 ? look.page() : firstPage(proof.pages()),
                proof.item().kind().hasPages() ? inspections.of(proof.item()) : Optional.empty(),
                evidence.elsewhere(
                    proof.item().round(), proof.item().unit(), List.of(proof.item().sha256()))));
  }

  private static int firstPage(String pages) {
    var digits = pages.replaceAll("^\\D*(\\d{1,4}).*$", "$1");
    return digits.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(digits)) : 1;
  }
}
