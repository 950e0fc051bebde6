package thangdiem.deduction;

import java.util.Optional;

/** How somebody ends a deduction, or annuls the end of one (kết luận): why, and under what. */
public record Ending(Ground ground, String words, Optional<Step.Document> document) {}
