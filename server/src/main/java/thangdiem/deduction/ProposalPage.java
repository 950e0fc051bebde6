package thangdiem.deduction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.words.Sentence;

/**
 * The form of a proposal.
 *
 * @param units of which the reader is not recused
 * @param causes those of Đ6.4 that people propose and the criteria set knows
 */
public record ProposalPage(
    Round round,
    CriteriaSet set,
    List<RoundUnit> units,
    List<Cause> causes,
    ProposalForm form,
    Map<String, Sentence> wrong) {

  public Optional<Sentence> wrong(String field) {
    return Optional.ofNullable(wrong.get(field));
  }
}
