package thangdiem.document;

import java.util.List;

/**
 * Who signs, and who gets the document (chữ ký, nơi nhận). One signer stands on the right with the
 * recipients on the left; several stand two by two with the recipients below.
 */
public record Signatures(List<Signer> signers, List<String> recipients) {

  /**
   * A signer (người ký).
   *
   * @param capacity lines, as "KT. CHỦ TỊCH" and "PHÓ CHỦ TỊCH"
   * @param name empty where it is written in later
   * @param drawing what was drawn on a screen; {@link Strokes#NONE} where it is signed later
   */
  public record Signer(List<String> capacity, String name, Strokes drawing) {}
}
