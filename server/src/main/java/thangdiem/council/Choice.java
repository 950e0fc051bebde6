package thangdiem.council;

/** How somebody votes (ý kiến biểu quyết). */
public enum Choice {
  FOR,
  AGAINST,
  ABSTAIN
}
