package thangdiem.account;

import thangdiem.audit.Role;

/** An account that the demo offers on its sign-in page (tài khoản dùng thử); never in earnest. */
public record DemoAccount(String login, String password, String name, Role role, String unit) {}
