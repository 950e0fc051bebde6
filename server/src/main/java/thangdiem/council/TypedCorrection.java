package thangdiem.council;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.words.Sentence;

/** Reads what somebody typed as a correction (đính chính đang nhập). */
final class TypedCorrection {

  /** In place of the occasion of a deduction that there is, for one that there is not yet. */
  static final String NEW = "";

  private static final int LONGEST_OCCASION = 300;

  private TypedCorrection() {}

  /** The kind that was chosen; the first that is possible where none was. */
  static CorrectionKind kind(List<CorrectionKind> possible, Form form) {
    return Arrays.stream(CorrectionKind.values())
        .filter(one -> one.name().equals(form.value("kind")) && possible.contains(one))
        .findFirst()
        .orElse(possible.getFirst());
  }

  /**
   * The correction; what is wrong with it is put into the form.
   *
   * @param reasoned whether reasons are needed yet
   */
  static ProposedCorrection read(
      CriteriaSet set, CouncilUnit unit, String code, Form form, boolean reasoned) {
    var kind = kind(Correctable.kinds(set, code), form);
    if (kind.deducts()) {
      return deduction(unit, code, kind, form, reasoned);
    }
    var proposed =
        ProposedCorrection.of(TypedProposal.read(set, unit, code, kind.column(), form, reasoned));
    boolean applies = !unit.decided().notApplicable().contains(code);
    if (kind == CorrectionKind.CLAIM_APPROVED && !applies
        || kind == CorrectionKind.CLAIM_REFUSED && applies) {
      form.wrong().put("kind", Sentence.of("correction.sameClaim"));
    }
    return proposed;
  }

  private static ProposedCorrection deduction(
      CouncilUnit unit, String code, CorrectionKind kind, Form form, boolean reasoned) {
    var proposed = TypedProposal.reasons(MotionKind.VALUES, Map.of(), form, reasoned);
    var occasion = occasion(form);
    var known =
        unit.decided().deductions().stream()
            .filter(one -> one.kind().equals(code) && one.reason().equals(occasion))
            .findFirst();
    if (occasion.isEmpty() || occasion.length() > LONGEST_OCCASION) {
      form.wrong().put("newOccasion", Sentence.of("council.form.text", LONGEST_OCCASION));
    } else if (kind == CorrectionKind.DEDUCTION_LIFTED && known.isEmpty()) {
      form.wrong().put("occasion", Sentence.of("correction.notDeducted"));
    }
    var points = kind == CorrectionKind.DEDUCTED ? points(form) : Optional.<Points>empty();
    if (points.isPresent() && known.flatMap(one -> one.points()).equals(points)) {
      form.wrong().put("points", Sentence.of("correction.samePoints"));
    }
    return new ProposedCorrection(
        kind, proposed.ground(), proposed.words(), Map.of(), occasion, points);
  }

  private static String occasion(Form form) {
    return form.value("occasion").equals(NEW) ? form.value("newOccasion") : form.value("occasion");
  }

  private static Optional<Points> points(Form form) {
    var text = form.value("points").replace(',', '.');
    if (text.matches("\\d{1,3}(\\.\\d{1,2})?") && !text.matches("0+(\\.0+)?")) {
      return Optional.of(Points.of(text));
    }
    form.wrong().put("points", Sentence.of("correction.points.wrong"));
    return Optional.empty();
  }
}
