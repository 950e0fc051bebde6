package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Everyone;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;

/** The way in through another system (đăng nhập qua hệ thống khác): asked, and answered. */
@Controller
class OpenIdController {

  private static final String STATE = "openid-state";
  private static final String NONCE = "openid-nonce";
  private static final String VERIFIER = "openid-verifier";
  private static final String NEXT = "openid-next";

  private final OpenIdSettings settings;
  private final OpenIdProvider provider;
  private final ExternalIdentities identities;
  private final SignIns signIns;
  private final SignInPages pages;
  private final Sessions sessions;
  private final Pace pace;

  OpenIdController(
      OpenIdSettings settings,
      OpenIdProvider provider,
      ExternalIdentities identities,
      SignIns signIns,
      SignInPages pages,
      Sessions sessions,
      Pace pace) {
    this.settings = settings;
    this.provider = provider;
    this.identities = identities;
    this.signIns = signIns;
    this.pages = pages;
    this.sessions = sessions;
    this.pace = pace;
  }

  @Everyone
  @GetMapping("/sign-in/openid")
  String ask(
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    requireProvider();
    var asked = OpenIdProvider.Asked.anew();
    var address = address(asked);
    if (address.isEmpty()) {
      return pages.away(model, next, response);
    }
    sessions.keep(STATE, asked.state(), request);
    sessions.keep(NONCE, asked.nonce(), request);
    sessions.keep(VERIFIER, asked.verifier(), request);
    sessions.keep(NEXT, pages.checked(next), request);
    return "redirect:" + address.get();
  }

  @Everyone
  @Performs({Act.SIGNED_IN, Act.SIGN_IN_FAILED, Act.IDENTITY_LINKED})
  @GetMapping(OpenIdProvider.CALLBACK)
  String answered(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String state,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    requireProvider();
    var next = sessions.take(NEXT, request).orElse("/");
    try {
      var attempt = pace.begin("openid connect", request);
      var identity =
          asked(request)
              .filter(asked -> !code.isEmpty() && asked.state().equals(state))
              .flatMap(asked -> provider.identity(asked, code, state));
      var actor = identity.flatMap(identities::actor);
      if (actor.isEmpty()) {
        signIns.failed(Way.OPENID_CONNECT, identity.map(OpenIdProvider.Identity::label).orElse(""));
        return pages.refused(
            model, "", next, identity.isEmpty() ? "openId.wrong" : "openId.unknown", response);
      }
      pace.passed(attempt);
      signIns.enter(actor.get(), Way.OPENID_CONNECT, request, response);
      return "redirect:" + pages.checked(next);
    } catch (TooSoon soon) {
      return pages.wait(model, "", next, soon, response);
    }
  }

  /** What this session asked, once. */
  private Optional<OpenIdProvider.Asked> asked(HttpServletRequest request) {
    var state = sessions.take(STATE, request);
    var nonce = sessions.take(NONCE, request);
    var verifier = sessions.take(VERIFIER, request);
    return state.isPresent() && nonce.isPresent() && verifier.isPresent()
        ? Optional.of(new OpenIdProvider.Asked(state.get(), nonce.get(), verifier.get()))
        : Optional.empty();
  }

  /** Where to ask; absent while the other system does not answer. */
  private Optional<String> address(OpenIdProvider.Asked asked) {
    try {
      return Optional.of(provider.address(asked));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void requireProvider() {
    if (!settings.configured()) {
      throw new NotFound("no OpenID Connect provider is configured");
    }
  }
}
