package thangdiem.document;

/** The faces of the documents' type (kiểu chữ): Liberation Serif has the measures of Times. */
enum Face {
  REGULAR("Regular"),
  BOLD("Bold"),
  ITALIC("Italic"),
  BOLD_ITALIC("BoldItalic");

  private final String file;

  Face(String file) {
    this.file = "/thangdiem/document/LiberationSerif-" + file + ".ttf";
  }

  String file() {
    return file;
  }
}
