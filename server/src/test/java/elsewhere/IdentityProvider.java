package elsewhere;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A real OpenID Connect provider, Spring's authorization server, in a process of its own. Everybody
 * there is called something@haugiang.example; whose name begins with "chua-" has not verified it.
 */
public final class IdentityProvider implements AutoCloseable {

  public static final String CLIENT = "thangdiem";
  public static final String SECRET = "bi-mat-cua-phep-thu";
  public static final String PASSWORD = "mat-khau-ben-kia";
  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 32_000;
  private static final int PORT = freePort();
  public static final String ISSUER = "http://127.0.0.1:" + PORT;

  private final Process process;

  private IdentityProvider(Process process) {
    this.process = process;
  }

  /** Starts it and waits until it says that it is ready. */
  public static IdentityProvider start() throws IOException {
    var log = Files.createTempFile(Path.of("target"), "identity-provider", ".log");
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                IdentityProvider.class.getName(),
                String.valueOf(PORT))
            .redirectError(log.toFile())
            .start();
    if (!"ready".equals(process.inputReader().readLine())) {
      throw new IOException("the provider did not start: " + Files.readString(log));
    }
    return new IdentityProvider(process);
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** None that the system gives away by itself to whoever connects somewhere. */
  public static int freePort() {
    while (true) {
      int port = RandomGenerator.getDefault().nextInt(FIRST_PORT, LAST_PORT);
      try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return taken.getLocalPort();
      } catch (IOException e) {
        continue;
      }
    }
  }

  public static void main(String[] arguments) {
    var application = new SpringApplication(Provider.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", arguments[0],
            "server.address", "127.0.0.1",
            "server.servlet.session.cookie.name", "ben-kia",
            "spring.main.banner-mode", "off",
            "spring.config.name", "provider",
            "logging.level.root", "off"));
    application.run();
    System.out.println("ready");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableWebSecurity
  @ImportAutoConfiguration(
      classes = {
        org.springframework.boot.tomcat.autoconfigure.servlet
            .TomcatServletWebServerAutoConfiguration.class,
        org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration.class,
        org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration.class,
        org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration
            .class
      })
  static class Provider {

    @Bean
    SecurityFilterChain everything(HttpSecurity http) {
      return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    RegisteredClientRepository clients() {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId(CLIENT)
              .clientId(CLIENT)
              .clientSecret("{noop}" + SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri("http://localhost/sign-in/openid/callback")
              .scopes(scopes -> scopes.addAll(Set.of("openid", "email", "profile")))
              .clientSettings(ClientSettings.builder().requireProofKey(true).build())
              .build());
    }

    @Bean
    UserDetailsService people() {
      return name -> User.withUsername(name).password("{noop}" + PASSWORD).roles("USER").build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> emails() {
      return context -> {
        var name = context.getPrincipal().getName();
        context
            .getClaims()
            .claim("email", name + "@haugiang.example")
            .claim("email_verified", !name.startsWith("chua-"));
      };
    }

    @Bean
    JWKSource<SecurityContext> keys() throws Exception {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var pair = generator.generateKeyPair();
      return new ImmutableJWKSet<>(
          new JWKSet(
              new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                  .privateKey(pair.getPrivate())
                  .keyID("k")
                  .build()));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build(); // The issuer is where it is asked.
    }
  }
}
