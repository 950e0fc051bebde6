package thangdiem.deduction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import thangdiem.round.Participation;
import thangdiem.words.Sentence;

/**
 * The deductions that a unit was told of, and what it says to them.
 *
 * @param answering the one whose form was sent and is shown again
 * @param stance what was chosen in it
 * @param words what was typed into it
 */
public record OwnDeductionsPage(
    Participation part,
    List<DeductionCase> cases,
    Optional<UUID> answering,
    String stance,
    String words,
    Map<String, Sentence> wrong) {

  public boolean mayExplain(DeductionCase one) {
    return HandlingTime.isOpen(part.round().phase()) && one.state().isOpen();
  }

  public String path() {
    return "/rounds/" + part.round().key() + "/assessments/" + part.unit().code() + "/deductions";
  }

  public Optional<Sentence> wrong(DeductionCase one, String field) {
    return answering.filter(one.id()::equals).map(_ -> wrong.get(field));
  }

  public String typed(DeductionCase one) {
    return answering.filter(one.id()::equals).isPresent() ? words : "";
  }

  public String stance(DeductionCase one) {
    return answering.filter(one.id()::equals).isPresent() ? stance : "";
  }
}
