package thangdiem.mail;

/** What became of a letter (kết quả gửi thư). */
public enum Posted {
  /** The mail server has taken it. */
  SENT,
  /** It has not; why stands in the log. */
  FAILED,
  /** There is no mail server: people are told in other ways. */
  NO_SERVER
}
