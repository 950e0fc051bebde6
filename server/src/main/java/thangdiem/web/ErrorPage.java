package thangdiem.web;

import thangdiem.words.Sentence;

/**
 * An error page (trang báo lỗi).
 *
 * @param key of its title and its advice in the message files
 * @param detail why the rules refused; empty elsewhere
 * @param reference by which a fault of ours is found in the log; empty elsewhere
 */
public record ErrorPage(String key, Sentence detail, String reference) {}
