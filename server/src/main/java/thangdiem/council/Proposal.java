package thangdiem.council;

import thangdiem.round.RoundUnit;
import thangdiem.words.Sentence;

/**
 * What the engine proposes for the agenda (nội dung được đề xuất đưa vào chương trình).
 *
 * @param code empty where the unit as a whole is meant
 */
public record Proposal(RoundUnit unit, String code, String name, Source source, Sentence why) {}
