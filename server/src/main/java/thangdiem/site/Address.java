package thangdiem.site;

/**
 * Where the pages of a version stand (địa chỉ): round, version and language are in the address, so
 * that what it shows never changes.
 */
public record Address(String key, int version, String language) {

  static final String ROOT = "/published";
  static final String VIETNAMESE = "vi";
  static final String ENGLISH = "en";

  public boolean isEnglish() {
    return language.equals(ENGLISH);
  }

  /** "/published/2017/1". */
  String edition() {
    return ROOT + "/" + key + "/" + version;
  }

  /** The page at that path below the version, in this language. */
  public String below(String path) {
    return edition() + "/" + language + "/" + path;
  }

  /** The page of a unit. */
  public String unit(String code) {
    return below("units/" + code);
  }

  /** The same page in the other language. */
  public String elsewise(String path) {
    return new Address(key, version, isEnglish() ? VIETNAMESE : ENGLISH).below(path);
  }

  /** What a file of the version is called where it is kept. */
  String file(String ending) {
    return "thang-diem-" + key + "-v" + version + "." + ending;
  }

  Address of(Published other) {
    return new Address(other.key(), other.version(), language);
  }
}
