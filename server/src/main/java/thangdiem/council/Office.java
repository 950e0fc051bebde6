package thangdiem.council;

/** What somebody is in the council (chức danh trong hội đồng). */
public enum Office {
  CHAIR,
  VICE,
  MEMBER,
  /** Keeps the minutes, and does not vote. */
  SECRETARY;

  public boolean votes() {
    return this != SECRETARY;
  }
}
