/**
 * Publication (công bố, Đ4, Đ10): the draft of the decision, and the act by which an adopted result
 * becomes one file under the decision's number, which everything public is drawn from. Takes what
 * the council adopted as it is; changes nothing of it; lets the public pages know what appears.
 */
@ApplicationModule(
    allowedDependencies = {
      "criteria",
      "scoring",
      "ranking",
      "exchange",
      "proof",
      "orgunit",
      "account",
      "audit",
      "document",
      "evidence",
      "round",
      "verification",
      "council",
      "site"
    })
@NullMarked
package thangdiem.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
