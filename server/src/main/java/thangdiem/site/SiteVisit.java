package thangdiem.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Somebody at an address of a version (lượt xem): what every handler of the public site begins
 * with, bound once.
 */
public record SiteVisit(
    Address address, HttpServletRequest request, HttpServletResponse response) {}
