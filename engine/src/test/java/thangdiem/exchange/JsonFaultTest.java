package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thangdiem.words.BadInput;
import thangdiem.words.Words;

/** What people who typed a JSON file by hand are told about it. */
class JsonFaultTest {

  private static String said(String json, Words words) {
    var refused = catchThrowableOfType(BadInput.class, () -> Json.parse("a.json", json));
    assertThat(refused).as(json).isNotNull();
    assertThat(refused.mistakes()).hasSize(1);
    return refused.mistakes().getFirst().in(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 60,5} | 1, cột 10 | trước «5» là dấu phẩy; số thập phân trong JSON viết bằng dấu chấm",
        "{\"a\": \"x\",5} | 1, cột 11 | tên khoá phải đặt trong dấu nháy kép \"…\", không phải «5»",
        "{\"a\": 1,\\n \"b\": 2,\\n} | 3, cột 1 | thừa dấu phẩy trước dấu }",
        "[1, 2,] | 1, cột 7 | thừa dấu phẩy trước dấu ]",
        "[,1] | 1, cột 2 | trước dấu , còn thiếu một giá trị",
        "{\"a\": } | 1, cột 7 | trước dấu } còn thiếu một giá trị",
        "{\"a\": ] | 1, cột 7 | trước dấu ] còn thiếu một giá trị",
        "} | 1, cột 1 | trước dấu } còn thiếu một giá trị",
        "{\"a\": [1, 2} | 1, cột 12 | dấu [ mở ở dòng 1 lại đóng bằng }",
        "{\\n\"a\": 1] | 2, cột 7 | dấu { mở ở dòng 1 lại đóng bằng ]",
        "{\"a\": 1, | 1, cột 9 | tệp hết giữa chừng: dấu { mở ở dòng 1 chưa đóng",
        "{\"a\":\\n[1 | 2, cột 3 | tệp hết giữa chừng: dấu [ mở ở dòng 2 chưa đóng",
        "{\"a\" | 1, cột 5 | tệp hết giữa chừng",
        "{\"a\": \"x | 1, cột 7 | dấu nháy mở ở đây chưa đóng",
        "{\"a\": \"x\\ny\"} | 1, cột 7 | dấu nháy mở ở đây chưa đóng",
        "{\"a\": \"x\ty\"} | 1, cột 10 | có phím Tab hoặc một dấu điều khiển",
        "{\"a\": \"C:\\data\"} | 1, cột 10 | sau dấu \\ không thể là «\\data»",
        "{\"a\": \"\\u12G4\"} | 1, cột 8 | sau dấu \\ không thể là",
        "{\"a\": \"\\u12 | 1, cột 8 | sau dấu \\ không thể là",
        "{\"a\" 1} | 1, cột 6 | sau tên khoá cần dấu hai chấm, không phải «1»",
        "{\"a\": 1 \"b\": 2} | 1, cột 9 | trước «\"» còn thiếu dấu phẩy",
        "[1 2] | 1, cột 4 | trước «2» còn thiếu dấu phẩy",
        "{a: 1} | 1, cột 2 | tên khoá phải đặt trong dấu nháy kép \"…\", không phải «a»",
        "{'a': 1} | 1, cột 2 | dấu nháy kép thẳng \"…\", không phải «'a'»",
        "{“a”: 1} | 1, cột 2 | dấu nháy kép thẳng \"…\", không phải «“a”»",
        "{\"a\": 'x'} | 1, cột 7 | dấu nháy kép thẳng \"…\", không phải «'x'»",
        "{\"a\": True} | 1, cột 7 | «True» không phải một giá trị",
        "{\"a\": có} | 1, cột 7 | «có» không phải một giá trị: chữ đặt trong dấu nháy kép \"…\"; có là true",
        "{\"a\": 0120} | 1, cột 7 | «0120» không phải một số",
        "{\"a\": +5} | 1, cột 7 | «+5» không phải một số",
        "{\"a\": .5} | 1, cột 7 | «.5» không phải một số",
        "{\"a\": -} | 1, cột 7 | «-» không phải một số",
        "{\"a\": 1.234.567} | 1, cột 7 | «1.234.567» không phải một số",
        "{\"a\": 1234567890123456789012345678901234567890123456789012345678901} | 1, cột 7 | «123456789012345678901234567890…» không phải một số",
        "{// ghi chú\\n} | 1, cột 2 | không ghi chú thích được; hãy bỏ «//»",
        "[/* ghi chú */] | 1, cột 2 | không ghi chú thích được; hãy bỏ «/*»",
        "# ghi chú | 1, cột 1 | không ghi chú thích được; hãy bỏ «#»",
        "<!DOCTYPE html> | 1, cột 1 | trang web hoặc tệp XML",
        "{} {} | 1, cột 4 | sau dấu ngoặc đóng cuối cùng còn «{»",
        "{}\\n} | 2, cột 1 | sau dấu ngoặc đóng cuối cùng còn «}»",
        "[1]\u0007x | 1, cột 4 | sau dấu ngoặc đóng cuối cùng còn «?»",
        "{\"𝒂\": x} | 1, cột 7 | «x» không phải một giá trị",
      })
  void saysWhereAndWhatToWriteInstead(String json, String place, String said) {
    assertThat(said(json.replace("\\n", "\n"), Words.VIETNAMESE))
        .startsWith("a.json: không phải JSON hợp lệ (dòng " + place + "): ")
        .contains(said);
  }

  @Test
  void takesEverythingThatIsJson() {
    assertThat(
            Json.parse(
                "a.json",
                " {\"a\\u00e0\\n\\\\\": [true, false, null, -0.5e+3, 1E9, [], {}, \"\"], \"b\": \"//'“\"}\r\n"))
        .isInstanceOf(Json.Object.class);
  }

  @Test
  void speaksEnglishToWhoReadsEnglish() {
    assertThat(said("{\"a\": 60,5}", Words.ENGLISH))
        .isEqualTo(
            "a.json: this is not JSON (line 1, column 10): there is a comma before “5”; decimals"
                + " in JSON have a point: 60.5");
  }

  @Test
  void refusesWhatIsNestedWithoutEnd() {
    assertThat(said("[".repeat(100), Words.VIETNAMESE)).contains("cột 61").contains("lồng quá sâu");
  }

  @Test
  void neverAnswersInTheWordsOfTheParser() {
    var good = Given.text("/cases/answers.json").substring(0, 3_000);
    var english = Pattern.compile("(?i)unexpected|expecting|token|start marker|Source:");
    var random = new SplittableRandom(1663);
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder(good.substring(0, random.nextInt(good.length()) + 1));
      text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
      var refused =
          catchThrowableOfType(BadInput.class, () -> Json.parse("a.json", text.toString()));
      assertThat(refused.getMessage()).doesNotContainPattern(english).doesNotContain("quá dài");
    }
  }
}
