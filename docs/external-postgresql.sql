-- Chuẩn bị một PostgreSQL có sẵn (từ bản 15) cho Thang Điểm; người quản trị PostgreSQL chạy một lần:
--   psql -U postgres -v ON_ERROR_STOP=1 -v migrator=MẬT_KHẨU_1 -v application=MẬT_KHẨU_2 -v pages=MẬT_KHẨU_3 -f external-postgresql.sql
-- Prepares a PostgreSQL (15 or newer) for Thang Điểm; its administrator runs this once, as above.

create role thangdiem_ledger nologin;                          -- giữ nhật ký; không ai đăng nhập bằng vai trò này
create role thangdiem_migrator login password :'migrator';     -- tạo và nâng cấp bảng, chỉ lúc khởi động
create role thangdiem_app login password :'application';       -- ứng dụng: thêm, sửa dòng; nhật ký thì chỉ thêm
create role thangdiem_pages login password :'pages';           -- chỉ đọc những gì đã công bố

create database thangdiem owner thangdiem_migrator encoding 'UTF8' template template0;
revoke all on database thangdiem from public;
grant connect on database thangdiem to thangdiem_app, thangdiem_pages;

\connect thangdiem
grant create, usage on schema public to thangdiem_ledger;

-- Cho mượn nhật ký để tạo bảng; thu lại sau lần khởi động đầu tiên: revoke thangdiem_ledger from thangdiem_migrator;
grant thangdiem_ledger to thangdiem_migrator;
