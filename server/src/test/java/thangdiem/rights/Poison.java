package thangdiem.rights;

import java.util.List;

/** Texts that have broken the pages of others; all of them may be typed, and are shown as typed. */
final class Poison {

  static final List<String> TEXTS =
      List.of(
          "<script>window.__xss=1</script>",
          "</script><script>window.__xss=2</script>",
          "<img src=x onerror=window.__xss=3>",
          "\"><img src=x onerror=window.__xss=4>",
          "'><svg onload=window.__xss=5>",
          "<svg/onload=window.__xss=6>",
          "</title><script>window.__xss=7</script>",
          "</textarea><script>window.__xss=8</script>",
          "</select><img src=x onerror=window.__xss=9>",
          "\" onfocus=window.__xss=10 autofocus x=\"",
          "' onmouseover=window.__xss=11 x='",
          "` onclick=window.__xss=12",
          "javascript:window.__xss=13",
          "JaVaScRiPt:window.__xss=14",
          "data:text/html,<script>window.__xss=15</script>",
          "<iframe srcdoc='<script>parent.__xss=16</script>'>",
          "<details open ontoggle=window.__xss=17>",
          "<body onload=window.__xss=18>",
          "<style>@import'//evil.example/__xss=19';</style>",
          "<base href=//evil.example/__xss=20>",
          "<meta http-equiv=refresh content='0;url=//evil.example/__xss=21'>",
          "<link rel=stylesheet href=//evil.example/__xss=22>",
          "<form action=//evil.example/__xss=23><button>gửi</button></form>",
          "<a href=javascript:window.__xss=24>bấm</a>",
          "<math><mtext><img src=x onerror=window.__xss=25></mtext></math>",
          "<!--<img src=x onerror=window.__xss=26>-->",
          "<![CDATA[<img src=x onerror=window.__xss=27>]]>",
          "<template><img src=x onerror=window.__xss=28></template>",
          "${window.__xss=29}",
          "@{window.__xss=30} #{window.__xss} {{__xss}}",
          "&lt;script&gt;window.__xss=31&lt;/script&gt;",
          "&#60;img src=x onerror=window.__xss=32&#62;",
          "%3Cscript%3Ewindow.__xss=33%3C/script%3E",
          "\u003cimg src=x onerror=window.__xss=34\u003e",
          "＜script＞window.__xss=35＜/script＞",
          "<scr\u200Bipt>window.__xss=36</scr\u200Bipt>",
          "\u202E<img src=x onerror=window.__xss=37>\u202C",
          "\u2066tên\u2069 \u200F\u200Eđơn vị\uFEFF\u2028\u2029",
          "Ủy ban nhân dân xã Vị Đông",
          "=cmd|'/c calc'!A1 @SUM(1+1) +1 -1",
          "{0} {1} %s %n $1 \\0 \\u0041",
          "a".repeat(250) + "<img src=x onerror=window.__xss=42>");

  private Poison() {}
}
