package thangdiem;

import java.nio.charset.StandardCharsets;

/** Small documents that tests attach. */
public final class Papers {

  private Papers() {}

  /** A PDF of one page with a line of text, as a printer would write it. */
  public static byte[] ofOnePage(String line) {
    var text = "BT /F1 18 Tf 72 720 Td (" + line.replaceAll("[^ -~]", "?") + ") Tj ET";
    var objects =
        new String[] {
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
              + " /Resources << /Font << /F1 5 0 R >> >> >>",
          "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
    return pdf("1.4", objects);
  }

  /** A PDF of these objects, with the table that says where each stands. */
  public static byte[] pdf(String version, String... objects) {
    var pdf = new StringBuilder("%PDF-" + version + "\n");
    var table = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
    for (int i = 0; i < objects.length; i++) {
      table.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int at = pdf.length();
    pdf.append(table)
        .append("trailer\n<< /Size ")
        .append(objects.length + 1)
        .append(" /Root 1 0 R >>\nstartxref\n")
        .append(at)
        .append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
