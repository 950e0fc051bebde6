package thangdiem.verification;

import java.util.List;
import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * What a verifier sees of a unit's being heard about a criterion (giải trình, trả lại, bổ sung).
 *
 * @param heard what it was asked and has answered, without drafts
 * @param toDecide the explanation on which the reader has to decide
 * @param returns what of the criterion has gone back to be completed
 * @param added what was added to its facts since the report
 * @param until what is proposed for a return
 */
public record ItemHearing(
    List<Hearing> heard,
    Optional<Hearing> toDecide,
    List<Completion> returns,
    List<Sentence> added,
    String until) {}
