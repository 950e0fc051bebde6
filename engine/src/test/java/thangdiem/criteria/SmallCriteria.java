package thangdiem.criteria;

import java.util.List;
import thangdiem.words.BadInput;
import thangdiem.words.Words;

/** A criteria file of a few lines in which tests change one thing at a time. */
final class SmallCriteria {

  static final String TEXT =
      """
      id: nho/2017
      name: Bộ tiêu chí nhỏ
      year: 2017
      scale: 100
      legalBasis: {number: 1/QĐ, issuedOn: 2017-10-03, issuer: Tỉnh, title: Quy định}
      annex: Phụ lục 2
      levels: [Nội dung, Tiêu chí]
      period: {from: 01/01 year, to: 31/12 year}
      deadline: {at: 15/12 year}
      groups:
        - {id: department, name: Sở}
        - {id: district, name: Huyện}
      grades:
        - {name: Tốt, atLeast: 80}
        - {name: Khá, atLeast: 50%}
        - {name: Yếu}
      deductions:
        - {kind: late-report, name: Muộn}
      notApplicable:
        - {id: none, name: Không có, groups: [department], criteria: [A.2]}
      gates:
        - {id: gate, name: Cổng, failsWhen: not yes, gradeAtMost: Khá}
      themes:
        - {id: things, name: Mọi thứ}
      facts:
        - {id: part, label: Phần, type: count, unit: cái, theme: things}
        - {id: whole, label: Toàn bộ, type: count, unit: cái}
        - {id: yes, label: Có, type: boolean}
        - {id: day, label: Ngày, type: date}
        - {id: pick, label: Chọn, type: choice, options: [{id: a, label: A}, {id: b, label: B}]}
      checks:
        - {id: part-within, require: part <= whole, message: Phần lớn hơn toàn bộ}
      sections:
        - code: A
          name: Nội dung A
          maxPoints: 100
          criteria:
            - {code: A.1, name: Tỷ lệ, maxPoints: 40, rule: {proportional: part / whole}}
            - code: A.2
              name: Mức
              maxPoints: 30
              rule:
                tiers:
                  of: part / whole
                  unit: "%"
                  steps:
                    - {atLeast: 50%, points: 30}
                    - {above: 0%, points: 10}
                    - {otherwise: 0}
            - code: A.3
              name: Nhóm
              maxPoints: 30
              criteria:
                - {code: A.3.1, name: Có, maxPoints: 10, rule: {yesNo: yes}}
                - code: A.3.2
                  name: Ngày
                  maxPoints: 10
                  rule: {dateWindow: {of: day, windows: [{from: 01/10 year-1, to: 31/12 year-1, points: 10}, {otherwise: 0}]}}
                - code: A.3.3
                  name: Chọn
                  maxPoints: 10
                  rule: {choice: {of: pick, options: [{option: a, points: 10}, {option: b, points: maxPoints / 2}]}}
      """;

  private SmallCriteria() {}

  static CriteriaFile read() {
    return CriteriaReader.read("nho.yaml", TEXT, List.of());
  }

  /** The file with one piece of text changed, which must be there. */
  static CriteriaFile with(String before, String after) {
    return CriteriaReader.read("nho.yaml", changed(before, after), List.of());
  }

  static String changed(String before, String after) {
    if (!TEXT.contains(before)) {
      throw new IllegalArgumentException("not in the file: " + before);
    }
    return TEXT.replace(before, after);
  }

  /** What the refusal of the changed file says, a line for each mistake without its excerpt. */
  static List<String> refused(String before, String after) {
    try {
      with(before, after);
    } catch (BadInput bad) {
      return bad.mistakes().stream()
          .map(mistake -> mistake.where() + ": " + mistake.what().in(Words.VIETNAMESE))
          .toList();
    }
    return List.of();
  }

  /** What the linter says of the changed file, as "ERROR sentence". */
  static List<String> found(String before, String after) {
    return Linter.findings(with(before, after)).stream()
        .map(finding -> finding.severity() + " " + finding.mistake().what().in(Words.VIETNAMESE))
        .toList();
  }
}
