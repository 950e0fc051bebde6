package thangdiem.verification;

import java.util.Map;
import java.util.Optional;
import thangdiem.scoring.Fact;

/**
 * What a verifier wants to find (nội dung một nhận xét).
 *
 * @param facts the values that are put into the verified column
 */
public record Judgement(
    Verdict verdict, Optional<Ground> ground, String words, Map<String, Optional<Fact>> facts) {}
