package thangdiem.verification;

import thangdiem.words.Sentence;

/** A signal with the words that say what is meant in this case (điều cần xem kỹ). */
public record Doubt(Signal signal, Sentence what) {}
