package thangdiem.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the outside reaches us.
 *
 * @param baseUrl the only source of links, {@code THANGDIEM_BASE_URL}
 * @param demo whether this is a trial with made-up data, which every page then says
 */
@ConfigurationProperties("thangdiem")
public record WebSettings(String baseUrl, boolean demo) {}
