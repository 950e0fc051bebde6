package thangdiem.web;

import thangdiem.words.Sentence;

/**
 * An error page (trang báo lỗi).
 *
 * @param key of its title and its advice in the message files
 * @param detail why the rules refused; empty elsewhere
 * @param reference by which a fault of ours is found in the log; empty elsewhere
 * @param again the page to go back to and try once more; empty where that is the first page
 */
public record ErrorPage(String key, Sentence detail, String reference, String again) {}
